using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>What an administrator looks after: the council's contacts, who holds which duty, how many accounts.</summary>
public sealed class AdminModel(
    AdminReads admin,
    AlertReads alerts,
    CouncilDirectory councils,
    ActorSource actors
) : PageModel
{
    public Council Council { get; private set; } = null!;

    public IReadOnlyList<DutyHolders> Duties { get; private set; } = [];

    public IReadOnlyList<AlertLine> Alerts { get; private set; } = [];

    public IReadOnlyList<RoleCount> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Council = await councils.OfAsync(actors.Required, ct);
        Duties = await admin.DutiesAsync(actors.Required, ct);
        Alerts = await alerts.OpenAsync(ct);
        Accounts = await admin.AccountsAsync(actors.Required, ct);
    }

    public IEnumerable<DutyHolders> Unassigned => Duties.Where(d => d.Missing is not null);
}
