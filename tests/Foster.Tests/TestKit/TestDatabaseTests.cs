using System.Data.Common;
using Foster.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Foster.Tests.TestKit;

public abstract class TestDatabaseTests(DatabaseFixture database)
{
    [Fact]
    public async Task It_takes_and_gives_back_what_is_written()
    {
        await using var connection = await OpenAsync(database.Database);

        await RunAsync(connection, "CREATE TABLE \"Names\" (\"Name\" text)");
        await RunAsync(connection, "INSERT INTO \"Names\" VALUES ('Zoë')");

        Assert.Equal("Zoë", await RunAsync(connection, "SELECT \"Name\" FROM \"Names\""));
    }

    [Fact]
    public async Task Another_database_knows_nothing_of_it_and_can_be_thrown_away()
    {
        var other = await TestDatabase.CreateAsync(database.Provider);
        await using (var connection = await OpenAsync(other))
        {
            await RunAsync(connection, "CREATE TABLE \"Own\" (\"Name\" text)");
        }

        await other.DisposeAsync();

        await using var here = await OpenAsync(database.Database);
        await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(here, "SELECT * FROM \"Own\""));
        Assert.NotEqual(other.ConnectionString, database.ConnectionString);
    }

    private static async Task<DbConnection> OpenAsync(TestDatabase of)
    {
        DbConnection connection =
            of.Provider == TestProvider.Sqlite
                ? new SqliteConnection(of.ConnectionString)
                : new NpgsqlConnection(of.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> RunAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public sealed class OnSqlite(Sqlite on) : TestDatabaseTests(on), IClassFixture<Sqlite>;

    public sealed class OnPostgres(Postgres on) : TestDatabaseTests(on), IClassFixture<Postgres>;
}
