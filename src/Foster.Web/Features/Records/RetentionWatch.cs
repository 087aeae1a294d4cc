using System.Data.Common;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>Starts the run every half hour, so that what was confirmed goes soon and what is due is proposed on its day, on one node at a time.</summary>
public sealed partial class RetentionWatch(
    IServiceScopeFactory scopes,
    IRetentionRun run,
    ILogger<RetentionWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);
    private readonly string node = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, stoppingToken);
                if (await MineAsync(stoppingToken))
                    Told(await run.GoAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbUpdateException or DbException or TimeoutException)
            {
                Waiting(e.GetType().Name);
            }
        }
    }

    private async Task<bool> MineAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var leases = services.ServiceProvider.GetRequiredService<Leases>();
        return await db.WriteNowAsync(
            () => leases.TakeAsync("retention", node, Every - TimeSpan.FromMinutes(1), ct),
            ct
        );
    }

    private void Told(RetentionOutcome result)
    {
        if (result.Erased > 0 || result.Refused.Count > 0)
            Erased(result.Erased, result.Refused.Count);
        if (result.Failed.Count > 0)
            Failed(result.Failed.Count);
        if (result.Waiting > 0)
            NotMine(result.Waiting);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Erased} records were erased, {Refused} were not."
    )]
    private partial void Erased(int erased, int refused);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{Count} records could not be erased and are still whole; the next run tries again."
    )]
    private partial void Failed(int count);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Count} records are confirmed. This role may not erase them: run `erase-due` with Database:OwnerConnection."
    )]
    private partial void NotMine(int count);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The retention run waits for the database ({Error})."
    )]
    private partial void Waiting(string error);
}
