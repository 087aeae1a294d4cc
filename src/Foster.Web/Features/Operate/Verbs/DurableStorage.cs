using System.Data.Common;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Asks the database whether what it acknowledges is on the disk, and whether the role is no more than it must be.</summary>
public static class DurableStorage
{
    /// <summary>2 is FULL: each commit waits for the disk.</summary>
    private const long Full = 2;

    public static async Task<IReadOnlyList<string>> AgainstAsync(FosterDb db, CancellationToken ct)
    {
        try
        {
            await db.Database.OpenConnectionAsync(ct);
        }
        catch (DbException)
        {
            return
            [
                "ConnectionStrings:Foster: the database does not answer. Start it, or set its address and account.",
            ];
        }
        try
        {
            return db.Database.IsSqlite()
                ? [.. await SqliteAsync(db, ct)]
                : [.. await PostgresAsync(db, ct)];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<string>> SqliteAsync(FosterDb db, CancellationToken ct)
    {
        var found = new List<string>();
        if (await AskAsync(db, "PRAGMA synchronous", ct) is not >= Full)
            found.Add(
                "PRAGMA synchronous: is not FULL, so that a power cut loses what was acknowledged. Do not change it."
            );
        if (await AskAsync(db, "PRAGMA journal_mode", ct) is not "wal")
            found.Add(
                "PRAGMA journal_mode: is not WAL. Keep the database on a local disk, where WAL works."
            );
        return found;
    }

    private static async Task<List<string>> PostgresAsync(FosterDb db, CancellationToken ct)
    {
        var found = new List<string>();
        foreach (var setting in (string[])["synchronous_commit", "fsync", "full_page_writes"])
            if (await AskAsync(db, $"SHOW {setting}", ct) is "off")
                found.Add(
                    $"{setting}: is off in PostgreSQL, so that a power cut loses what was acknowledged. Set it to on."
                );
        if (
            await AskAsync(db, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user", ct)
            is true
        )
            found.Add(
                "ConnectionStrings:Foster: the role is a superuser. Set Username to a role that may only use the tables."
            );
        return found;
    }

    /// <summary>The statements are constants of this file.</summary>
    private static async Task<object?> AskAsync(FosterDb db, string statement, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync(ct);
    }
}
