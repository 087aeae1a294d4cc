using System.Data.Common;
using System.Text;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Foster.Web.Foundation.History;

/// <summary>How far a log has been looked through: where its rows stand in the order in which they were committed.</summary>
public readonly record struct SealCursor(long Position, Guid Id)
{
    public static readonly SealCursor Start = new(0, Guid.Empty);
}

/// <summary>A committed row that waits for its place in the chain.</summary>
public sealed record PendingRow(Guid Id, Guid CouncilId, string Digest, long Position);

/// <summary>The last link of a chain.</summary>
public sealed record ChainHead(
    Guid CouncilId,
    ChainLog Log,
    long Sequence,
    Guid EntryId,
    string Hash
);

/// <summary>
/// Reads and writes links. On PostgreSQL a row may become visible after a later one, so only rows written below the
/// oldest running transaction are taken; on SQLite writers come one after the other.
/// </summary>
public sealed class SealStore(FosterDb db)
{
    /// <summary>Below this number every transaction has ended; at or above the second none has begun.</summary>
    public async Task<(long Oldest, long Next)> HorizonAsync(CancellationToken ct)
    {
        if (db.Database.IsSqlite())
            return (long.MaxValue, long.MaxValue);
        await using var reader = await ReadAsync(
            "SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint FROM pg_current_snapshot() s",
            ct
        );
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>Committed rows without a link, from the cursor on and below the horizon.</summary>
    public async Task<List<PendingRow>> PendingAsync(
        ChainTable table,
        SealCursor after,
        long below,
        int count,
        CancellationToken ct
    )
    {
        var position = db.Database.IsSqlite() ? "r.rowid" : "r.\"WrittenIn\"";
        await using var reader = await ReadAsync(
            $"""
            SELECT r."Id", r."CouncilId", r."Digest", {position} FROM "{table.Rows}" r
            WHERE ({position} > @position OR ({position} = @position AND r."Id" > @id)) AND {position} < @below
              AND {position} >= @position
              AND NOT EXISTS (SELECT 1 FROM "Seals" s WHERE s."EntryId" = r."Id")
            ORDER BY {position}, r."Id" LIMIT @count
            """,
            ct,
            ("position", after.Position),
            ("id", Id(after.Id)),
            ("below", below),
            ("count", count)
        );
        var rows = new List<PendingRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(
                new(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3))
            );
        return rows;
    }

    /// <summary>The last link of a council's chain; null where it has none yet.</summary>
    public async Task<ChainHead?> HeadAsync(Guid councilId, ChainLog log, CancellationToken ct) =>
        await db.Set<Seal>()
            .IgnoreQueryFilters()
            .Where(s => s.CouncilId == councilId && s.Log == log)
            .OrderByDescending(s => s.Sequence)
            .Select(s => new ChainHead(s.CouncilId, s.Log, s.Sequence, s.EntryId, s.Hash))
            .FirstOrDefaultAsync(ct);

    public async Task AddAsync(
        IReadOnlyList<ChainHead> links,
        IReadOnlyList<string> digests,
        DateTime at,
        CancellationToken ct
    )
    {
        var statement = new StringBuilder(
            "INSERT INTO \"Seals\" (\"CouncilId\", \"Log\", \"Sequence\", \"EntryId\", \"RowDigest\", \"Hash\", \"SealedAt\") VALUES "
        );
        var values = new List<(string, object)> { ("at", at) };
        for (var i = 0; i < links.Count; i++)
        {
            statement.Append(
                $"{(i == 0 ? "" : ", ")}(@c{i}, @l{i}, @s{i}, @e{i}, @d{i}, @h{i}, @at)"
            );
            values.Add(($"c{i}", Id(links[i].CouncilId)));
            values.Add(($"l{i}", links[i].Log.ToString()));
            values.Add(($"s{i}", links[i].Sequence));
            values.Add(($"e{i}", Id(links[i].EntryId)));
            values.Add(($"d{i}", digests[i]));
            values.Add(($"h{i}", links[i].Hash));
        }
        await using var command = await CommandAsync(statement.ToString(), [.. values], ct);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>SQLite keeps ids as text in capitals, as the framework writes them.</summary>
    private object Id(Guid id) => db.Database.IsSqlite() ? id.ToString().ToUpperInvariant() : id;

    private async Task<DbDataReader> ReadAsync(
        string statement,
        CancellationToken ct,
        params (string Name, object Value)[] values
    )
    {
        var command = await CommandAsync(statement, values, ct);
        return await command.ExecuteReaderAsync(ct);
    }

    // Statements are made here, of names from the model and of parameters.
#pragma warning disable CA2100
    private async Task<DbCommand> CommandAsync(
        string statement,
        (string Name, object Value)[] values,
        CancellationToken ct
    )
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = statement;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
#pragma warning restore CA2100
}
