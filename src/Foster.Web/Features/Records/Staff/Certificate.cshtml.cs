using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Records.Staff;

/// <summary>One certificate, to print.</summary>
public sealed class CertificateModel(
    RecordsReads records,
    CouncilDirectory councils,
    ActorSource actors
) : PageModel
{
    public RetentionLine Item { get; private set; } = null!;
    public string Council { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid retentionItemId, CancellationToken ct)
    {
        if (
            !actors.Required.Has(Capability.RecordsOfficer)
            || await records.CertificateAsync(retentionItemId, ct) is not { } item
        )
            return NotFound();
        Item = item;
        Council = (await councils.OfAsync(actors.Required, ct)).Name;
        return Page();
    }
}
