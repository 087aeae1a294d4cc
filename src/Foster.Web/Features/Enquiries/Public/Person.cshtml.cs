using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>One person who lives with the enquirer.</summary>
public sealed class PersonModel(
    EnquiryJourneyReads journeys,
    Leaving leaving,
    JourneyDrafts drafts,
    LondonClock clock
) : JourneyItemPage(drafts, clock)
{
    public override bool CanComeBack => true;

    protected override string Key => EnquiryJourney.Key;

    protected override Task<IActionResult> LeaveAsync(JourneyDraft draft, CancellationToken ct) =>
        leaving.GoAsync(draft, ct);

    protected override async Task<Journey> DescribeAsync(string? answers, CancellationToken ct) =>
        (await journeys.ForAsync(answers, ct)).Questions;
}
