using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Records.Staff;

/// <summary>What would be erased of a case, why, and since when it may.</summary>
public sealed class ItemModel(RecordsReads records, ActorSource actors) : PageModel
{
    public RetentionLine Item { get; private set; } = null!;
    public HoldLine? Hold { get; private set; }
    public IReadOnlyList<(string Table, int Rows)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid retentionItemId, CancellationToken ct)
    {
        if (
            !actors.Required.Has(Capability.RecordsOfficer)
            || await records.FindAsync(retentionItemId, ct) is not { } item
        )
            return NotFound();
        Item = item;
        Hold = await records.HoldAsync(item.CaseId, ct);
        Rows = await records.PreviewAsync(item, ct);
        return Page();
    }
}
