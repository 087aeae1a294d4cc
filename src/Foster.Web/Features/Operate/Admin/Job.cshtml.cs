using Foster.Web.Features.Operate.Jobs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>One job: when, why, its runs, and what an administrator can do about it.</summary>
public sealed class JobModel(JobReads jobs, ActorSource actors) : PageModel
{
    public JobView Job { get; private set; } = null!;

    public IReadOnlyList<JobRunRow> Runs { get; private set; } = [];

    public string Path => $"{JobsModel.Path}/{Job.Line.Key}";

    public string? Next { get; private set; }

    public bool FurtherOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, string? after, CancellationToken ct)
    {
        if (await jobs.OneAsync(key, actors.Required, ct) is not { } found)
            return NotFound();
        Job = found;
        (Runs, var next) = await jobs.RunsAsync(key, after, ct);
        Next = next is null ? null : $"{Path}?after={next}";
        FurtherOn = Cases.InstantCursor.Read(after) is not null;
        return Page();
    }
}
