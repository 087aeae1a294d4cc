using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>Where finance officers begin: what is paid now and what waits for somebody.</summary>
public sealed class OverviewModel(ScheduleReads schedules) : PageModel
{
    public ScheduleLine? Now { get; private set; }

    public ScheduleLine? Coming { get; private set; }

    public IReadOnlyList<ScheduleLine> Drafts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        (Now, Coming, Drafts) = await schedules.StandAsync(ct);
}
