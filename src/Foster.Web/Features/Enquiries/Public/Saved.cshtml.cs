using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Says that a link is on its way, and until when it works. The same words for everybody.</summary>
public sealed class SavedModel(
    Leaving leaving,
    JourneyDrafts drafts,
    EnquiryContactReads contacts,
    LondonClock clock,
    IOptions<SavedFormOptions> options
) : PageModel
{
    public string? Address { get; private set; }

    public IReadOnlyList<TeamContact> Teams { get; private set; } = [];

    public DateOnly LastDay => clock.Today.AddDays(options.Value.Days);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var draft = await drafts.FindAsync(
            JourneyCookie.Read(HttpContext, EnquiryJourney.Key),
            EnquiryJourney.Key,
            ct
        );
        if (draft is null)
            return LocalRedirect(SavedEnquiryLinks.Path);
        if (draft.IsSent)
            return LocalRedirect(EnquiryJourney.Path + "/sent?again=yes");
        Address = leaving.AddressOf(draft);
        Teams = await contacts.AllAsync(ct);
        return Page();
    }
}
