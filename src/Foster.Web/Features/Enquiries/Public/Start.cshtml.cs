using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Where an enquiry begins: what is asked, how long it takes, and whom to call instead.</summary>
[OutputCache(PolicyName = VisitorCache.Policy)]
public sealed class StartModel(JourneyDrafts drafts, EnquiryContactReads contacts) : PageModel
{
    public IReadOnlyList<TeamContact> Teams { get; private set; } = [];

    /// <summary>Answers of the last 24 hours wait in this browser.</summary>
    public bool HasDraft { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Teams = await contacts.AllAsync(ct);
        if (JourneyCookie.Read(HttpContext, EnquiryJourney.Key) is { } id)
            HasDraft = await drafts.FindAsync(id, EnquiryJourney.Key, ct) is { IsSent: false };
    }

    /// <summary>Forgets what is there and begins anew, for oneself or for the next person at this computer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (JourneyCookie.Read(HttpContext, EnquiryJourney.Key) is { } id)
            await drafts.EraseAsync(id, ct);
        JourneyCookie.Delete(HttpContext, EnquiryJourney.Key);
        return LocalRedirect(EnquiryJourney.FirstPath);
    }
}
