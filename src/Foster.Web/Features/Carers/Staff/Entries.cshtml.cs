using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Carers.Staff;

/// <summary>The register entries of a household: the rows in force and those they replaced.</summary>
[ForRoles(Role.SupervisingSocialWorker, Role.TeamManager, Role.PanelAdviser)]
public sealed class EntriesModel(CarerReads carers, RegisterReads register, ActorSource actors)
    : PageModel
{
    public CarerHousehold Household { get; private set; } = null!;
    public IReadOnlyList<RegisterEntry> InForce { get; private set; } = [];
    public IReadOnlyList<RegisterEntry> Replaced { get; private set; } = [];

    public bool MayCorrect => actors.Required.Is(Role.TeamManager, Role.PanelAdviser);

    /// <summary>The row that replaced this one.</summary>
    public RegisterEntry After(RegisterEntry entry) =>
        InForce.Concat(Replaced).Single(e => e.ReplacesId == entry.Id);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await carers.FindAsync(caseId, ct) is not { } household)
            return NotFound();
        Household = household;
        var entries = await register.EntriesAsync(caseId, ct);
        var replaced = entries.Select(e => e.ReplacesId).ToHashSet();
        InForce = [.. entries.Where(e => !replaced.Contains(e.Id))];
        Replaced = [.. entries.Where(e => replaced.Contains(e.Id))];
        return Page();
    }
}
