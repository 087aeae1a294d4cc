using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The panel copy of the papers. Opening it is written down once for each reader, before it is shown.</summary>
[FreshFactor]
[Records(AccessKind.Criminal, AccessKind.Health, AccessKind.Confidential)]
public sealed class PapersModel(ItemPageReads items, OpenPapers open, ActorSource actors)
    : PageModel
{
    public ItemPage Shown { get; private set; } = null!;
    public PanelPack Pack { get; private set; } = null!;
    public string Reader { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid itemId, CancellationToken ct)
    {
        var actor = actors.Required;
        if (await items.FindAsync(itemId, actor, ct) is not { } shown)
            return NotFound();
        if (!shown.PapersOpenTo(actor))
            return
                PanelItemMachine.Open.Contains(shown.Item.State) && shown.ConflictOf(actor) is null
                ? LocalRedirect($"/panel/items/{itemId}/declare")
                : NotFound();
        var opened = await open.RunAsync(new(shown.Item.CaseId, "panel"), actor, ct);
        if (!opened.Ok)
            return NotFound();
        (Shown, Pack, Reader) = (shown, opened.Value, actor.Name);
        return Page();
    }
}
