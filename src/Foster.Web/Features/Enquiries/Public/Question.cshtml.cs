using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Every question of the enquiry.</summary>
public sealed class QuestionModel(
    EnquiryJourneyReads journeys,
    JourneyDrafts drafts,
    LondonClock clock
) : JourneyPage(drafts, clock)
{
    public EnquiryJourney Enquiry { get; private set; } = null!;

    protected override string Key => EnquiryJourney.Key;

    protected override IReadOnlyList<Field> Carried => EnquiryJourney.Carried;

    protected override string? ReferenceOf(string outcome) =>
        EnquiryOutcome.FromJson(outcome)?.Reference;

    protected override async Task<Journey> DescribeAsync(string? answers, CancellationToken ct)
    {
        Enquiry = await journeys.ForAsync(answers, ct);
        return Enquiry.Questions;
    }
}
