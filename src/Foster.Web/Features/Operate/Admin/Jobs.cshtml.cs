using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>What the program does by itself.</summary>
public sealed class JobsModel(JobReads jobs, ActorSource actors) : PageModel
{
    public const string Path = "/admin/jobs";

    public IReadOnlyList<JobView> Jobs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Jobs = await jobs.AllAsync(actors.Required, ct);
}
