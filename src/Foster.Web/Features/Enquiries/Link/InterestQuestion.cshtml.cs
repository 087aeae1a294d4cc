using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>Every question of the expression of interest.</summary>
public sealed class InterestQuestionModel(
    EnquiryLinkReads links,
    CouncilChoice councils,
    JourneyDrafts drafts,
    LondonClock clock
) : JourneyPage(drafts, clock)
{
    private EnquiryLink? link;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public InterestJourney Interest { get; private set; } = null!;

    protected override string Key => InterestJourney.KeyOf(link);

    protected override async Task<IActionResult?> AdmitAsync(CancellationToken ct)
    {
        link = await links.FindAsync(Token, LinkPurpose.ExpressionOfInterest, ct);
        return link is null ? NotFound()
            : link.View?.Enquiry.State is EnquiryState.InfoSent ? null
            : LocalRedirect(InterestJourney.PathOf(Token));
    }

    protected override async Task<Journey> DescribeAsync(string? answers, CancellationToken ct)
    {
        Interest = await InterestJourney.ForAsync(Token, link!, councils, ct);
        return Interest.Questions;
    }
}
