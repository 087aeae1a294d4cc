using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Decisions;

/// <summary>The whole pack with panel's recommendation and minutes, and the clock. Opening it is written down once.</summary>
[FreshFactor]
[Records(AccessKind.Criminal, AccessKind.Health, AccessKind.Confidential)]
public sealed class FileModel(CaseFileReads files, OpenPapers open, ActorSource actors) : PageModel
{
    public CaseFile Shown { get; private set; } = null!;
    public PanelPack? Pack { get; private set; }

    public DecisionPack Whole => new(Shown.Panel, Pack);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        var actor = actors.Required;
        if (await files.FindAsync(caseId, actor, ct) is not { } shown)
            return NotFound();
        Shown = shown;
        var opened = await open.RunAsync(new(caseId, "decision"), actor, ct);
        Pack = opened.Ok ? opened.Value : null;
        return Page();
    }
}
