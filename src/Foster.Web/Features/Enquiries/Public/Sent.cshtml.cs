using Foster.Web.Foundation.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>The confirmation: reference, the promise to call, and what happens next.</summary>
public sealed class SentModel(JourneyDrafts drafts) : PageModel
{
    /// <summary>Set for somebody who came back to a form that was sent.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Again { get; set; }

    public EnquiryOutcome Outcome { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var draft = await drafts.FindAsync(
            JourneyCookie.Read(HttpContext, EnquiryJourney.Key),
            EnquiryJourney.Key,
            ct
        );
        if (EnquiryOutcome.FromJson(drafts.OutcomeOf(draft)) is not { } outcome)
            return LocalRedirect(EnquiryJourney.Path + "/start-again");
        Outcome = outcome;
        return Page();
    }
}
