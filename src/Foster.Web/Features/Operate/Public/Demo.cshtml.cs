using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>One press signs in as a made-up person. Unknown where the demonstration is off.</summary>
public sealed class DemoModel(DemoReads reads, SignIns signIns, DemoOptions demo) : PageModel
{
    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!demo.Enabled)
            return NotFound();
        People = await reads.PeopleAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken ct) =>
        await signIns.AsDemonstrationAsync(name ?? "", ct) is { GoesOn: true } arrival
            ? LocalRedirect(arrival.Path)
            : NotFound();
}
