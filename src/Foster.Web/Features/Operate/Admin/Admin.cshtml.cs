using Foster.Web.Features.Operate.Councils;
using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>What an administrator looks after: what is not set up yet, the council's settings, how many accounts.</summary>
public sealed class AdminModel(
    AdminReads admin,
    SetUpReads setUp,
    AlertReads alerts,
    JobReads jobs,
    CouncilDirectory councils,
    ActorSource actors
) : PageModel
{
    public Council Council { get; private set; } = null!;

    /// <summary>What is not set up yet, most pressing first.</summary>
    public IReadOnlyList<SetUpTask> Tasks { get; private set; } = [];

    public IReadOnlyList<AlertLine> Alerts { get; private set; } = [];

    /// <summary>Jobs that somebody paused, which is easily forgotten.</summary>
    public IReadOnlyList<JobView> Paused { get; private set; } = [];

    public IReadOnlyList<RoleCount> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Council = await councils.OfAsync(actors.Required, ct);
        Tasks = await setUp.MissingAsync(Council, actors.Required, ct);
        Alerts = await alerts.OpenAsync(ct);
        Paused = [.. (await jobs.AllAsync(actors.Required, ct)).Where(j => j.Pause is not null)];
        Accounts = await admin.AccountsAsync(actors.Required, ct);
    }
}
