using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Begins, goes on with and ends the covers of the day.</summary>
public sealed class CoverJob(IServiceScopeFactory scopes) : IJob
{
    public string Key => "cases.cover";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        foreach (var council in await run.CouncilsAsync(ct))
        foreach (var id in await OpenAsync(council, run.Day, ct))
            await run.ItemAsync(
                council,
                (services, actor, token) =>
                    services.GetRequiredService<TurnCover>().RunAsync(new(id), actor, token),
                ct
            );
    }

    /// <summary>Those that end come first: who is back may cover for the next.</summary>
    private async Task<IReadOnlyList<Guid>> OpenAsync(
        Guid councilId,
        DateOnly day,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<ActorSource>().System(councilId);
        return await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<Cover>()
            .Where(c => c.CouncilId == councilId && c.From <= day)
            .Where(c => c.State == CoverState.Planned || c.State == CoverState.Running)
            .OrderBy(c => c.Until)
            .ThenBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(ct);
    }
}
