using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>
/// Deletes what lies in the folder for files and has no row with its key any more: it was erased with its case, removed,
/// refused, or its act was not saved. Without the key it could not be read anyway.
/// </summary>
public sealed class SweepFiles(IServiceScopeFactory scopes, FileFolder folder, LondonClock clock)
    : IJob
{
    private const int AtOnce = 500;

    public string Key => "files.sweep";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        foreach (var some in folder.Before(clock.Now.AddHours(-1)).Chunk(AtOnce))
        {
            await using var services = scopes.CreateAsyncScope();
            var kept = await services
                .ServiceProvider.GetRequiredService<FosterDb>()
                .Set<StoredFile>()
                .IgnoreQueryFilters([FosterDb.CouncilFilter, FosterDb.CaseFilter])
                .Where(f =>
                    some.Contains(f.Id)
                    && f.State != FileState.Removed
                    && f.State != FileState.Refused
                    && f.State != FileState.Unchecked
                )
                .Select(f => f.Id)
                .ToListAsync(ct);
            foreach (var id in some.Except(kept))
                folder.Delete(id);
        }
    }
}
