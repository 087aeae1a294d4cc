using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Records.Staff;

/// <summary>What was erased, newest first.</summary>
public sealed class CertificatesModel(RecordsReads records, ActorSource actors) : PageModel
{
    public ListPage<RetentionLine> Found { get; private set; } = new([], null);
    public bool FurtherOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken ct)
    {
        if (!actors.Required.Has(Capability.RecordsOfficer))
            return NotFound();
        FurtherOn = after is { Length: > 0 };
        Found = await records.ErasedAsync(after, ct);
        return Page();
    }
}
