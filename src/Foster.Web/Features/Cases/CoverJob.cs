using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Cases;

/// <summary>Begins, goes on with and ends the covers of the day.</summary>
public sealed class CoverJob : IJob
{
    public string Key => "cases.cover";

    /// <summary>Those that end come first: who is back may cover for the next.</summary>
    public Task RunAsync(JobRun run, CancellationToken ct) =>
        run.EachDueAsync(
            (db, council) =>
                db.Set<Cover>()
                    .Where(c => c.CouncilId == council && c.From <= run.Day)
                    .Where(c => c.State == CoverState.Planned || c.State == CoverState.Running)
                    .OrderBy(c => c.Until)
                    .ThenBy(c => c.Id)
                    .Select(c => c.Id),
            (services, id, actor, token) =>
                services.GetRequiredService<TurnCover>().RunAsync(new(id), actor, token),
            ct
        );
}
