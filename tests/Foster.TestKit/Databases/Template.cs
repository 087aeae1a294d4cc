using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.TestKit;

/// <summary>The migrated, empty database that every test class gets a copy of: made once per process.</summary>
internal static class Template
{
    private static readonly Lazy<string> TempFolder = new(MakeFolder);
    private static readonly Lazy<Task<string>> SqliteFile = new(MakeSqliteAsync);
    private static readonly Lazy<Task<string>> PostgresName = new(MakePostgresAsync);

    /// <summary>Where this process keeps its databases.</summary>
    public static string Folder => TempFolder.Value;

    public static Task<string> SqliteAsync() => SqliteFile.Value;

    public static Task<string> PostgresAsync() => PostgresName.Value;

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("foster-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var file = Path.Combine(Folder, "template.db");
        var connectionString = TestDatabase.Sqlite(file);
        await Schema.MigrateAsync(TestProvider.Sqlite, connectionString);

        // A copy of the file alone must be whole, so what stands in the write-ahead log is moved into it.
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return file;
    }

    private static async Task<string> MakePostgresAsync()
    {
        var name = $"template_{Guid.NewGuid():N}";
        await PostgresServer.RunAsync($"CREATE DATABASE {name}");
        var connectionString = await TestDatabase.PostgresAsync(name);
        await Schema.MigrateAsync(TestProvider.Postgres, connectionString);

        // A database can be copied only while nobody is connected to it.
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        return name;
    }
}
