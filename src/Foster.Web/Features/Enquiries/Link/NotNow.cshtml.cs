using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>For somebody who would rather not go on: leave it open, or withdraw here and now (T-ENQ-10).</summary>
public sealed class NotNowModel(EnquiryLinkReads links, WithdrawEnquiry withdraw) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public EnquiryLink Link { get; private set; } = null!;

    public string StartPath => InterestJourney.PathOf(Token);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } elsewhere)
            return elsewhere;
        return await SendAsync(
            token => withdraw.RunAsync(new(Link.CaseId, "not-now", null), Link.Actor, token),
            StartPath,
            "Your enquiry is withdrawn.",
            ct
        );
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await links.FindAsync(Token, LinkPurpose.ExpressionOfInterest, ct) is not { } link)
            return NotFound();
        Link = link;
        return link.View?.Enquiry.State is EnquiryState.InfoSent ? null : LocalRedirect(StartPath);
    }
}
