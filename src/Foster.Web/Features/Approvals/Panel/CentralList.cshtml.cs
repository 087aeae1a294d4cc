using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The people suitable for panel (R-PANEL-01).</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class CentralListModel(PanelReads panel, LondonClock clock) : PageModel
{
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    public bool HasSocialWorker =>
        Rows.Any(r => r.Capacity == PanelCapacity.SocialWorker && r.From <= clock.Today);

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await panel.ListedAsync(clock.Today, ct);
}
