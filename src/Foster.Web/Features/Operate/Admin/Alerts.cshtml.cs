using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>What administrators have to look into, and what they have.</summary>
public sealed class AlertsModel(AlertReads alerts) : PageModel
{
    public IReadOnlyList<AlertLine> Open { get; private set; } = [];

    public IReadOnlyList<AlertLine> Settled { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await alerts.AllAsync(ct);
        Open = [.. all.Where(a => a.SettledAt is null)];
        Settled = [.. all.Where(a => a.SettledAt is not null)];
    }
}
