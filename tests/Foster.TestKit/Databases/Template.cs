using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.TestKit;

/// <summary>What a test class finds in its database.</summary>
public enum TestContent
{
    /// <summary>Not even tables.</summary>
    Nothing,

    /// <summary>Tables and what the migrations fill in.</summary>
    Tables,

    /// <summary>The demonstration region, its people and their cases.</summary>
    Demo,
}

/// <summary>The databases that test classes get copies of: each is made once per process, when first asked for.</summary>
internal static class Template
{
    private static readonly Lazy<string> TempFolder = new(MakeFolder);

    private static readonly Dictionary<(TestProvider, TestContent), Lazy<Task<string>>> Made =
        Enum.GetValues<TestProvider>()
            .SelectMany(p => Enum.GetValues<TestContent>().Select(c => (p, c)))
            .ToDictionary(key => key, key => new Lazy<Task<string>>(() => MakeAsync(key.p, key.c)));

    /// <summary>Where this process keeps its databases.</summary>
    public static string Folder => TempFolder.Value;

    /// <summary>The file, or the name on the server.</summary>
    public static Task<string> Of(TestProvider provider, TestContent content) =>
        Made[(provider, content)].Value;

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("foster-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return folder;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still writes there; that is no reason for a run to end badly.
        }
    }

    private static Task<string> MakeAsync(TestProvider provider, TestContent content) =>
        provider == TestProvider.Sqlite ? MakeSqliteAsync(content) : MakePostgresAsync(content);

    private static async Task<string> MakeSqliteAsync(TestContent content)
    {
        var file = Path.Combine(Folder, $"template-{content}.db");
        var connectionString = TestDatabase.Sqlite(file);
        await Schema.MakeAsync(TestProvider.Sqlite, connectionString, content == TestContent.Demo);

        // A copy of the file alone must be whole, so what stands in the write-ahead log is moved into it.
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return file;
    }

    private static async Task<string> MakePostgresAsync(TestContent content)
    {
        var name = $"template_{Guid.NewGuid():N}";
        await PostgresServer.RunAsync($"CREATE DATABASE {name}");
        var connectionString = await TestDatabase.PostgresAsync(name);
        await Schema.MakeAsync(
            TestProvider.Postgres,
            connectionString,
            content == TestContent.Demo
        );

        // A database can be copied only while nobody is connected to it.
        NpgsqlConnection.ClearAllPools();
        await PostgresServer.RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        return name;
    }
}
