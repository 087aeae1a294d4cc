using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

#pragma warning disable CA1852, CA1812, CA1801, CA1849, CS9113 // Looked at, never used.

// Rule 12.
namespace Foster.Web.Features.Cases.Staff
{
    [Records(AccessKind.Confidential, AccessKind.Criminal)]
    internal class PlantedCriminalPage : PageModel;

    internal class PlantedExportPage : PageModel
    {
        public IActionResult OnGet() => File([], "text/csv", "all.csv");
    }

    internal class PlantedRightsPage(EnableAccount enable, Actor actor) : PageModel
    {
        public Task OnPostAsync(Guid id) =>
            enable.RunAsync(new(id, ""), actor, HttpContext.RequestAborted);
    }

    [FreshFactor]
    [Records(AccessKind.Bank)]
    internal class PlantedFreshPage : PageModel;

    [Records(AccessKind.Criminal)]
    internal class PlantedAskingPage : PageModel
    {
        public async Task<IActionResult> OnGetAsync() =>
            await StepUp.AskAsync(HttpContext) ?? Page();
    }
}
