using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Every question of the enquiry.</summary>
public sealed class QuestionModel(
    EnquiryJourneyReads journeys,
    Leaving leaving,
    JourneyDrafts drafts,
    LondonClock clock
) : JourneyPage(drafts, clock)
{
    public EnquiryJourney Enquiry { get; private set; } = null!;

    public override bool CanComeBack => true;

    protected override string Key => EnquiryJourney.Key;

    /// <summary>By which of our links they came is only kept for those who do not ask us not to.</summary>
    protected override IReadOnlyList<Field> Carried =>
        TrailCookie.KeyOf(Request) is null
            ? EnquiryJourney.Carried
            : [.. EnquiryJourney.Carried, SourceKeyField.Only];

    protected override string? ReferenceOf(string outcome) =>
        EnquiryOutcome.FromJson(outcome)?.Reference;

    protected override Task<IActionResult> LeaveAsync(JourneyDraft draft, CancellationToken ct) =>
        leaving.GoAsync(draft, ct);

    protected override async Task<Journey> DescribeAsync(string? answers, CancellationToken ct)
    {
        Enquiry = await journeys.ForAsync(answers, ct);
        return Enquiry.Questions;
    }
}
