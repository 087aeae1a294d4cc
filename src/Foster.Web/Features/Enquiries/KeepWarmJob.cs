using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>Goes through those whose month has come, and those who have long been silent.</summary>
public sealed class KeepWarmJob(IServiceScopeFactory scopes) : IJob
{
    public string Key => "enquiries.keep-warm";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        foreach (var council in await run.CouncilsAsync(ct))
        foreach (var id in await DueAsync(council, run.Day, ct))
            await run.ItemAsync(
                council,
                (services, actor, token) =>
                    services.GetRequiredService<AskKeptWarm>().RunAsync(new(id), actor, token),
                ct
            );
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(
        Guid councilId,
        DateOnly day,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<ActorSource>().System(councilId);
        var silentSince = day.AddMonths(-KeepWarm.SilenceMonths);
        return await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<KeepWarm>()
            .Where(k =>
                k.CouncilId == councilId
                && (
                    (k.State == KeepWarmState.Waiting && k.AskOn <= day)
                    || (
                        (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
                        && k.HeardOn <= silentSince
                    )
                )
            )
            .OrderBy(k => k.AskOn)
            .Select(k => k.Id)
            .ToListAsync(ct);
    }
}
