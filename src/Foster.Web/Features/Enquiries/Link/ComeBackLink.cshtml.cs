using Foster.Web.Features.Enquiries.Public;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>
/// The link to an unfinished enquiry. Looking at it changes nothing, since programs that check mail look as well; the
/// button takes the enquiry up.
/// </summary>
public sealed class ComeBackLinkModel(Links links, JourneyDrafts drafts, SavedEnquiries saved)
    : PageModel
{
    public bool IsLive { get; private set; }

    public DateOnly LastDay { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.SavedForm, ct);
        if (link is null)
            return Over(StatusCodes.Status404NotFound);
        IsLive =
            links.IsLive(link)
            && await drafts.FindAsync(link.SubjectId, EnquiryDraft.Key, ct) is { IsSent: false };
        LastDay = London.DateOf(link.ExpiresAt);
        return IsLive ? Page() : Over(StatusCodes.Status410Gone);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.SavedForm, ct);
        if (link is null)
            return Over(StatusCodes.Status404NotFound);
        try
        {
            if (await saved.TakeUpAsync(link, ct) is not { } draft)
                return Over(StatusCodes.Status410Gone);
            JourneyCookie.Write(HttpContext, EnquiryJourney.Key, draft);
            return LocalRedirect(EnquiryJourney.Path + "/check");
        }
        catch (DbUpdateConcurrencyException)
        {
            // Pressed twice: the first has it.
            return Over(StatusCodes.Status410Gone);
        }
    }

    private PageResult Over(int status)
    {
        (IsLive, Response.StatusCode) = (false, status);
        return Page();
    }
}
