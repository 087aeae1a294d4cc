using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.History;

/// <summary>
/// What may be done to written history, by maintenance alone: erase the words of rows that are no longer to be kept, and
/// seal words anew under the current key. On PostgreSQL it works as the owner of the tables (Database:OwnerConnection),
/// since the web role may not.
/// </summary>
public sealed class HistoryMaintenance(
    IServiceScopeFactory scopes,
    DatabaseOptions database,
    HistoryWords words,
    LondonClock clock
)
{
    /// <summary>So many rows stand in one transaction; on the embedded database it holds the gate.</summary>
    private const int Batch = 200;

    /// <summary>Erases the words of rows and leaves a certificate for each, in one transaction for each batch.</summary>
    /// <returns>How many were erased; words that were gone before are not counted.</returns>
    public async Task<int> EraseAsync(
        Actor actor,
        ChainLog log,
        IReadOnlyCollection<Guid> entries,
        string ruleId,
        string reason,
        CancellationToken ct
    )
    {
        var erased = 0;
        foreach (var part in entries.Distinct().Chunk(Batch))
            erased += await ErasePartAsync(actor, ChainTable.For(log), part, ruleId, reason, ct);
        return erased;
    }

    private async Task<int> ErasePartAsync(
        Actor actor,
        ChainTable table,
        Guid[] entries,
        string ruleId,
        string reason,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        var db = AsOwner(services.ServiceProvider);
        services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(actor.CouncilId);
        await using var transaction = await db.BeginWriteAsync(ct);
        var erased = await EraseInAsync(db, actor, table.Log, entries, ruleId, reason, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return erased;
    }

    /// <summary>
    /// The same in a transaction that is open already, on the owner's connection; the caller saves. What else is erased by
    /// the same rule then stands or falls with it.
    /// </summary>
    public async Task<int> EraseInAsync(
        FosterDb db,
        Actor actor,
        ChainLog log,
        Guid[] entries,
        string ruleId,
        string reason,
        CancellationToken ct
    )
    {
        var table = ChainTable.For(log);
        var erased = 0;
        foreach (var row in await table.RowsAsync(db, actor.CouncilId, entries, ct))
        {
            // The table's name stands in the program; the id is a parameter.
#pragma warning disable EF1002
            var gone = await db.Database.ExecuteSqlRawAsync(
                $$"""DELETE FROM "{{table.Bodies}}" WHERE "EntryId" = {0}""",
                [row.Id],
                ct
            );
#pragma warning restore EF1002
            if (gone == 0)
                continue;
            erased++;
            db.Add(Certificate(actor, table.Log, row, ruleId, reason));
        }
        return erased;
    }

    /// <summary>
    /// Whether this process may erase: on PostgreSQL only with the owner's connection, or where the site's own role is the
    /// owner.
    /// </summary>
    public async Task<bool> MayEraseAsync(CancellationToken ct)
    {
        if (database is not { IsPostgres: true, OwnerConnection.Length: 0 })
            return true;
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        return await db
            .Database.SqlQuery<bool>(
                $"SELECT has_table_privilege('\"HistoryBodies\"', 'DELETE') AS \"Value\""
            )
            .SingleAsync(ct);
    }

    /// <summary>Seals every body anew that is not under the current key, while the site is running.</summary>
    public async Task<int> ReEncryptAsync(CancellationToken ct)
    {
        var done = 0;
        foreach (var table in ChainTable.All)
        {
            var after = Guid.Empty;
            while (true)
            {
                await using var services = scopes.CreateAsyncScope();
                var db = AsOwner(services.ServiceProvider);
                var bodies = await table.BodiesAsync(db, after, Batch, ct);
                if (bodies.Count == 0)
                    break;
                await using var transaction = await db.BeginWriteAsync(ct);
                foreach (var body in bodies)
                    if (words.Anew(table.Bodies, body.EntryId, body.Content) is { } anew)
#pragma warning disable EF1002
                        done += await db.Database.ExecuteSqlRawAsync(
                            $$"""UPDATE "{{table.Bodies}}" SET "Content" = {0} WHERE "EntryId" = {1}""",
                            [anew, body.EntryId],
                            ct
                        );
#pragma warning restore EF1002
                await transaction.CommitAsync(ct);
                after = bodies[^1].EntryId;
            }
        }
        return done;
    }

    private Erasure Certificate(
        Actor actor,
        ChainLog log,
        IChained row,
        string ruleId,
        string reason
    )
    {
        var id = Guid.CreateVersion7();
        var body = words.Seal(ErasureBody.Table, id, new HistoryContent("", Reason: reason));
        return new Erasure
        {
            Id = id,
            CouncilId = row.CouncilId,
            Log = log,
            EntryId = row.Id,
            ErasedDigest = row.ContentDigest!,
            RuleId = ruleId,
            ErasedAt = Facts.Kept(clock.Now),
            ErasedById = actor.AccountId == Guid.Empty ? null : actor.AccountId,
            ErasedBy = actor.Name,
            ContentDigest = body.Digest,
            Body = new ErasureBody { EntryId = id, Content = body.Cipher },
        }.Signed();
    }

    /// <summary>The context of this scope on the owner's connection, where there is one.</summary>
    public FosterDb AsOwner(IServiceProvider services)
    {
        var db = services.GetRequiredService<FosterDb>();
        if (database is { IsPostgres: true, OwnerConnection.Length: > 0 })
            db.Database.SetConnectionString(database.OwnerConnection);
        return db;
    }
}
