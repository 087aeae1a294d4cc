using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>Where the expression of interest begins, and where its link says why it is not open.</summary>
public sealed class InterestModel(EnquiryLinkReads links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public EnquiryLink Link { get; private set; } = null!;

    public string FirstPath => InterestJourney.PathOf(Token) + "/going-on";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await links.FindAsync(Token, LinkPurpose.ExpressionOfInterest, ct) is not { } link)
            return NotFound();
        Link = link;
        if (link.View is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
