using Microsoft.Data.Sqlite;

namespace Foster.TestKit;

/// <summary>What stands in the files of an SQLite database while the program goes on with it.</summary>
public static class DatabaseFiles
{
    /// <summary>The content of each file: the log of writes, the database, and what else lies beside it.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        // The log is removed with the last connection, which in the background may be closed at any moment.
        await using var kept = new SqliteConnection(parts.ConnectionString);
        await kept.OpenAsync();
        await using var look = kept.CreateCommand();
        look.CommandText = "SELECT count(*) FROM sqlite_master";
        await look.ExecuteScalarAsync();

        var file = parts.DataSource;
        // The log first: what is moved into the database meanwhile is found there.
        var (log, database) = (Content(file + "-wal"), Content(file));
        return
        [
            log,
            database,
            .. Directory
                .GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*")
                .Where(f => f != file && f != file + "-wal")
                .Select(IfThere)
                .OfType<string>(),
        ];
    }

    /// <summary>What a file says that somebody else may be writing; bytes that are no text are nobody's words.</summary>
    public static string Content(string file)
    {
        using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string? IfThere(string file)
    {
        try
        {
            return Content(file);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
