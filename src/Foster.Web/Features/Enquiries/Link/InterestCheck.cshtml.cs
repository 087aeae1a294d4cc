using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>All answers of the expression of interest before they are sent.</summary>
public sealed class InterestCheckModel(
    EnquiryLinkReads links,
    CouncilChoice councils,
    SubmitInterest submit,
    JourneyDrafts drafts,
    Once once,
    LondonClock clock
) : JourneyCheckPage(drafts, once, clock)
{
    private EnquiryLink? link;
    private InterestJourney interest = null!;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

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
        interest = await InterestJourney.ForAsync(Token, link!, councils, ct);
        return interest.Questions;
    }

    protected override async Task<Result<string>> SendAsync(CancellationToken ct)
    {
        var sent = await submit.RunAsync(
            interest.InputOf(link!.CaseId, Answers.Form),
            link.Actor,
            ct
        );
        return sent.Ok ? "sent" : Result<string>.Refused(sent.Refusals);
    }
}
