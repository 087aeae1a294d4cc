using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Takes one person off the list, once they have said that they mean it.</summary>
public sealed class PersonRemoveModel(
    EnquiryJourneyReads journeys,
    JourneyDrafts drafts,
    LondonClock clock
) : JourneyRemovePage(drafts, clock)
{
    protected override string Key => EnquiryJourney.Key;

    protected override async Task<Journey> DescribeAsync(string? answers, CancellationToken ct) =>
        (await journeys.ForAsync(answers, ct)).Questions;
}
