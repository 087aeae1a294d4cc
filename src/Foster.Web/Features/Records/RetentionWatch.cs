using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Records;

/// <summary>Starts the run every half hour, so that what was confirmed goes soon and what is due is proposed on its day, on one node at a time.</summary>
public sealed partial class RetentionWatch(
    IServiceScopeFactory scopes,
    IRetentionRun run,
    ILogger<RetentionWatch> log
) : Rounds(log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);
    private readonly string node = Guid.NewGuid().ToString("N");

    protected override Task WaitAsync(CancellationToken ct) => Task.Delay(Every, ct);

    public override async Task RoundAsync(CancellationToken ct)
    {
        if (await MineAsync(ct))
            Told(await run.GoAsync(ct));
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
}
