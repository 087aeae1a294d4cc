using Microsoft.Data.Sqlite;

namespace Foster.Web.Foundation.Data;

/// <summary>
/// Backups of the embedded database. One has its name only when it is whole and on the disk, and is looked through again
/// before it takes the place of anything.
/// </summary>
public static class Backup
{
    private const int Corrupt = 11;
    private const int NoDatabase = 26;
    private const string Damaged = "its contents are damaged or cut off.";

    /// <summary>Writes everything that is committed now into a new file, while the site goes on serving.</summary>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="InvalidOperationException">There is such a file, or there is nothing to back up.</exception>
    public static async Task<long> MakeAsync(string database, string file, CancellationToken ct)
    {
        if (!File.Exists(database))
            throw new InvalidOperationException($"There is no database at {database}.");
        if (File.Exists(file))
            throw new InvalidOperationException(
                $"{file} is there already. Give each backup a name of its own."
            );
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = file + ".part";
        File.Delete(part);
        await using (var connection = Open(database, SqliteOpenMode.ReadWrite))
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", part);
            await command.ExecuteNonQueryAsync(ct);
        }
        if (await AgainstAsync(part, ct) is { } fault)
            throw new InvalidOperationException($"The backup is not whole: {fault}");
        return Settle(part, file);
    }

    /// <summary>Puts a backup in the place of the database, which nothing may be using; what was there is kept beside it.</summary>
    /// <returns>Where the former database lies now; null when there was none.</returns>
    /// <exception cref="InvalidOperationException">The backup is not whole, or the database is in use.</exception>
    public static async Task<string?> RestoreAsync(
        string file,
        string database,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await AgainstAsync(file, ct) is { } fault)
            throw new InvalidOperationException($"Nothing was restored from {file}: {fault}");
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        string? former = null;
        if (File.Exists(database))
        {
            await AloneAsync(database, ct);
            former = $"{database}.until-{now.UtcDateTime:yyyyMMdd-HHmmss}";
            File.Move(database, former);
        }
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        var part = database + ".restoring";
        File.Copy(file, part, overwrite: true);
        Settle(part, database);
        return former;
    }

    /// <summary>Why a file is no whole backup; null when it is one.</summary>
    private static async Task<string?> AgainstAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file))
            return "there is no such file.";
        try
        {
            await using var connection = Open(file, SqliteOpenMode.ReadOnly);
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            if (await command.ExecuteScalarAsync(ct) is not "ok")
                return Damaged;
            // A last page that is cut is read as if zeros followed.
            command.CommandText =
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
            if (
                await command.ExecuteScalarAsync(ct) is not long size
                || size != new FileInfo(file).Length
            )
                return Damaged;
            command.CommandText =
                "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
            return await command.ExecuteScalarAsync(ct) is 1L
                ? null
                : "it is no database of Foster.";
        }
        catch (SqliteException)
        {
            return Damaged;
        }
    }

    /// <summary>Writes what the log beside it holds into the file. Only possible while nobody else has it open.</summary>
    private static async Task AloneAsync(string database, CancellationToken ct)
    {
        try
        {
            await using var connection = Open(database, SqliteOpenMode.ReadWrite);
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NoDatabase)
        {
            // Damaged, which is why a backup is wanted. It is kept as it is.
        }
        catch (SqliteException e)
        {
            throw new InvalidOperationException(
                $"{database} is in use. Stop the site first, then restore. ({e.Message})"
            );
        }
    }

    /// <summary>A file that is wholly on the disk gets its name.</summary>
    private static long Settle(string part, string file)
    {
        long length;
        using (var stream = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Flush(flushToDisk: true);
            length = stream.Length;
        }
        File.Move(part, file);
        return length;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 2,
            }.ConnectionString
        );
}
