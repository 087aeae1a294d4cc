using Foster.Web.Features.Enquiries.Packs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>The information pack for everybody: the one that is sent now, or the version that somebody was sent.</summary>
public sealed class InformationPackModel(PackReads packs) : PageModel
{
    public PackView? Pack { get; private set; }

    public IReadOnlyList<PackView> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? packId, CancellationToken ct)
    {
        if (packId is { } id)
        {
            Pack = await packs.FindAsync(id, ct);
            return Pack is null ? NotFound() : Page();
        }
        All = await packs.NowAsync(ct);
        if (All is [var only])
            Pack = only;
        return Page();
    }
}
