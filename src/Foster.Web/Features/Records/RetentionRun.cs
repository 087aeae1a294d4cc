using System.Data.Common;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>
/// The daily run for every council: proposes, erases what is confirmed where this process may, and takes away rows that
/// are over by themselves. Run twice it finds nothing more to do.
/// </summary>
public sealed class RetentionRun(
    IServiceScopeFactory scopes,
    HistoryMaintenance maintenance,
    DatabaseOptions database,
    LondonClock clock
) : IRetentionRun
{
    public async Task<RetentionOutcome> GoAsync(CancellationToken ct)
    {
        var records = await RecordsAsync(ct);
        return records with { Spent = await SpentAsync(ct) };
    }

    /// <summary>What is a record of somebody: nothing of it goes that nobody has confirmed.</summary>
    public async Task<RetentionOutcome> RecordsAsync(CancellationToken ct)
    {
        var (erased, waiting) = (0, 0);
        var (refused, failed) = (new List<string>(), new List<string>());
        var may = await maintenance.MayEraseAsync(ct);
        foreach (var council in await CouncilsAsync(ct))
        {
            await using (var services = scopes.CreateAsyncScope())
            {
                var actor = services
                    .ServiceProvider.GetRequiredService<ActorSource>()
                    .System(council);
                await services
                    .ServiceProvider.GetRequiredService<ProposeErasures>()
                    .RunAsync(actor, ct);
            }
            foreach (var (id, reference) in await ConfirmedAsync(council, ct))
            {
                if (!may)
                {
                    waiting++;
                    continue;
                }
                try
                {
                    var result = await EraseAsync(council, id, ct);
                    if (result.Ok)
                        erased++;
                    else
                        refused.Add($"{reference}: {result.Reasons}");
                }
                catch (Exception e) when (e is DbException or DbUpdateException)
                {
                    // One case that cannot go keeps no other from going.
                    failed.Add($"{reference}: {e.GetType().Name}");
                }
            }
        }
        if (erased > 0 && !database.IsPostgres)
            await CompactAsync(ct);
        return new RetentionOutcome(erased, waiting, 0, refused, failed);
    }

    private async Task<Result> EraseAsync(Guid council, Guid itemId, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        maintenance.AsOwner(services.ServiceProvider);
        var actor = services.ServiceProvider.GetRequiredService<ActorSource>().System(council);
        return await services
            .ServiceProvider.GetRequiredService<EraseDue>()
            .RunAsync(new(itemId), actor, ct);
    }

    private async Task<List<Guid>> CouncilsAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        return await db.Set<Council>().Select(c => c.Id).ToListAsync(ct);
    }

    private async Task<List<(Guid Id, string Reference)>> ConfirmedAsync(
        Guid council,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(council);
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        // Details first: the case takes along those that are left.
        var rows = await db.Set<RetentionItem>()
            .Where(i => i.State == RetentionState.Confirmed)
            .OrderBy(i => i.What == RetentionItem.WholeCase)
            .ThenBy(i => i.DueOn)
            .Select(i => new { i.Id, i.Reference })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, r.Reference))];
    }

    /// <summary>Sessions, drafts, kept posts, keys of forms: nobody's record, so that no person has to confirm.</summary>
    public async Task<int> SpentAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var spent = 0;
        // Names of tables and columns come from the plan.
#pragma warning disable EF1002
        foreach (var rule in RetentionPlan.All)
            if (rule.Life is { } life)
                spent += await db.WriteNowAsync(
                    () =>
                        db.Database.ExecuteSqlRawAsync(
                            $"DELETE FROM \"{rule.Table}\" WHERE \"{life.Column}\" < {{0}}",
                            [clock.Now.AddDays(-life.Days)],
                            ct
                        ),
                    ct
                );
#pragma warning restore EF1002
        return spent;
    }

    /// <summary>
    /// The embedded database leaves what was deleted in its free pages, and in the file beside it, until they are written
    /// over. PostgreSQL's own cleaning does that by itself.
    /// </summary>
    private async Task CompactAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        await db.WriteNowAsync(
            async () =>
            {
                await db.Database.ExecuteSqlRawAsync("VACUUM", ct);
                return await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
            },
            ct
        );
    }
}
