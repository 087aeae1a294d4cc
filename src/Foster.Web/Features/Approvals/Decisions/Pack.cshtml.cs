using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Decisions;

/// <summary>The pack by itself, for paper. Opening it is written down once, as on the decision's own page.</summary>
public sealed class PackModel(
    CaseFileReads files,
    OpenPapers open,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public DecisionPack Whole { get; private set; } = null!;

    public string Reader => actors.Required.Name;

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        var actor = actors.Required;
        if (await files.FindAsync(caseId, actor, ct) is not { } shown)
            return NotFound();
        var opened = await open.RunAsync(new(caseId, "decision"), actor, ct);
        Whole = new DecisionPack(shown.Panel, opened.Ok ? opened.Value : null);
        return Page();
    }
}
