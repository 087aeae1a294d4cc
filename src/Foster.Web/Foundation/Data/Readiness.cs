using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Foster.Web.Foundation.Data;

/// <summary>
/// Remembers that the server of the database said its disk is full, until an attempt shows that there is room again.
/// </summary>
public sealed class FullDisk : DbCommandInterceptor
{
    private volatile bool isFull;

    public bool IsFull
    {
        get => isFull;
        set => isFull = value;
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        Hear(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken ct = default
    )
    {
        Hear(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Hear(Exception e)
    {
        if (e is PostgresException { SqlState: PostgresErrorCodes.DiskFull })
            isFull = true;
    }
}

/// <summary>Whether this node can do its work, for whoever hands it requests.</summary>
public sealed class Readiness(FosterDb db, FullDisk disk)
{
    /// <summary>With less room than this, in bytes, the embedded database takes no more writes for granted.</summary>
    private const long Room = 16 * 1024 * 1024;

    /// <summary>Writes about a megabyte where nobody sees it, and takes it back.</summary>
    private const string Attempt = """
        CREATE TEMPORARY TABLE room ON COMMIT DROP AS
        SELECT repeat(md5(n::text), 32) AS words FROM generate_series(1, 1000) AS n
        """;

    /// <returns>What stands against it, without the inside of the program; null when nothing does.</returns>
    public async Task<string?> AgainstAsync(CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct))
            return "database away";
        return await HasRoomAsync(ct) ? null : "disk full";
    }

    private async Task<bool> HasRoomAsync(CancellationToken ct)
    {
        if (db.Database.IsSqlite())
            return HasRoom(
                new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource
            );
        if (!disk.IsFull)
            return true;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.Database.ExecuteSqlRawAsync(Attempt, ct);
            disk.IsFull = false;
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private static bool HasRoom(string file) =>
        !Path.IsPathRooted(file)
        || new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace >= Room;
}
