using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.TestKit;

public enum TestProvider
{
    Sqlite,
    Postgres,
}

/// <summary>A database that nobody else uses, migrated and empty, gone when it is disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name;

    private TestDatabase(TestProvider provider, string name, string connectionString)
    {
        Provider = provider;
        this.name = name;
        ConnectionString = connectionString;
    }

    public TestProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>A copy of a template, so that no test class pays for migrations or for the demonstration.</summary>
    public static async Task<TestDatabase> CreateAsync(
        TestProvider provider,
        TestContent content = TestContent.Tables
    )
    {
        var name = $"foster_{Guid.NewGuid():N}";
        if (provider == TestProvider.Postgres)
        {
            var template =
                content == TestContent.Nothing ? "template1" : await Template.Of(provider, content);
            await PostgresServer.RunAsync($"CREATE DATABASE {name} TEMPLATE {template}");
            return new(provider, name, await PostgresAsync(name));
        }

        var file = Path.Combine(Template.Folder, name + ".db");
        if (content != TestContent.Nothing)
        {
            File.Copy(await Template.Of(provider, content), file);
        }

        return new(provider, file, Sqlite(file));
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == TestProvider.Postgres)
        {
            await using (var connection = new NpgsqlConnection(ConnectionString))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await PostgresServer.RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return;
        }

        await using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var file in Directory.GetFiles(Template.Folder, Path.GetFileName(name) + "*"))
        {
            File.Delete(file);
        }
    }

    internal static async Task<string> PostgresAsync(string name) =>
        new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionAsync())
        {
            Database = name,
        }.ConnectionString;

    internal static string Sqlite(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
}
