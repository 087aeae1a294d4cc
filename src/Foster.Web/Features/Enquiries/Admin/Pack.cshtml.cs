using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Admin;

/// <summary>One version of the information pack.</summary>
public sealed class PackModel(PackReads packs, ActorSource actors, LondonClock clock) : PageModel
{
    public PackView Pack { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid packId, CancellationToken ct)
    {
        if (await packs.OwnAsync(packId, actors.Required, ct) is not { } pack)
            return NotFound();
        Pack = pack;
        return Page();
    }
}
