using System.Globalization;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Alerts;

/// <summary>When administrators are told (section Alerts).</summary>
public sealed class AlertOptions
{
    public const string Section = "Alerts";

    /// <summary>So many failed sign-ins within a quarter of an hour.</summary>
    public int FailedSignIns { get; set; } = 20;

    /// <summary>So many exports by one account within an hour.</summary>
    public int Exports { get; set; } = 5;

    /// <summary>So many rows exported by one account within an hour.</summary>
    public int ExportedRows { get; set; } = 10_000;
}

/// <summary>Looks once a minute for what administrators should know within five.</summary>
public sealed class AlertWatch(
    IServiceScopeFactory scopes,
    LondonClock clock,
    IOptions<AlertOptions> options,
    ILogger<AlertWatch> log
) : Rounds(log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SignIns = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ExportTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    protected override Task WaitAsync(CancellationToken ct) => Task.Delay(Every, ct);

    public override async Task RoundAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var alerts = services.ServiceProvider.GetRequiredService<AlertBook>();
        await SignInsAsync(db, alerts, ct);
        await ExportsAsync(db, alerts, ct);
        var old = clock.Now - Kept;
        if (await db.Set<FailedSignIn>().AnyAsync(f => f.At < old, ct))
        {
            await using var transaction = await db.BeginWriteAsync(ct);
            await db.Set<FailedSignIn>().Where(f => f.At < old).ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>Told to the councils of the accounts; where no account has the names, to all.</summary>
    private async Task SignInsAsync(FosterDb db, AlertBook alerts, CancellationToken ct)
    {
        var since = clock.Now - SignIns;
        var failed = await db.Set<FailedSignIn>()
            .Where(f => f.At > since)
            .GroupBy(f => f.AccountId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        if (failed.Sum(f => f.Count) < options.Value.FailedSignIns)
            return;
        var accounts = failed.Select(f => f.Key).OfType<Guid>().ToList();
        var councils = await db.Set<RoleAssignment>()
            .Where(r => accounts.Contains(r.AccountId))
            .Select(r => r.CouncilId)
            .Distinct()
            .ToListAsync(ct);
        foreach (var council in councils.Count > 0 ? councils : [Guid.Empty])
            await alerts.RaiseAsync(
                council,
                new AlertNote(
                    "sign-ins.failed",
                    $"sign-ins.failed:{Hour()}",
                    "Many sign-ins failed within a quarter of an hour: somebody may be guessing passwords."
                ),
                ct
            );
    }

    private async Task ExportsAsync(FosterDb db, AlertBook alerts, CancellationToken ct)
    {
        var since = clock.Now - ExportTime;
        var exports = await db.Set<AccessEntry>()
            .IgnoreQueryFilters([FosterDb.CouncilFilter])
            .Where(a => a.Act == AccessAct.Export && a.RecordedAt > since)
            .GroupBy(a => new { a.CouncilId, a.ActorId })
            .Select(g => new
            {
                g.Key.CouncilId,
                g.Key.ActorId,
                Count = g.Count(),
                Rows = g.Sum(a => a.Rows),
            })
            .ToListAsync(ct);
        foreach (
            var many in exports.Where(e =>
                e.Count >= options.Value.Exports || e.Rows >= options.Value.ExportedRows
            )
        )
            await alerts.RaiseAsync(
                many.CouncilId,
                new AlertNote(
                    "exports.many",
                    $"exports.many:{many.ActorId:N}:{Hour()}",
                    "One account exported much within an hour. The audit page shows who and what: choose Exports there."
                ),
                ct
            );
    }

    private string Hour() => clock.Now.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);
}
