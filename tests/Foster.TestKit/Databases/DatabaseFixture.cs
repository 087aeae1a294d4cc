using Xunit;

namespace Foster.TestKit;

/// <summary>
/// One database for one test class. A test that touches storage is written once and runs on both:
/// <code>
/// public abstract class OutboxTests(DatabaseFixture database)
/// {
///     [Fact] public async Task A_message_is_claimed_once() { … }
///
///     public sealed class OnSqlite(Sqlite on) : OutboxTests(on), IClassFixture&lt;Sqlite&gt;;
///     public sealed class OnPostgres(Postgres on) : OutboxTests(on), IClassFixture&lt;Postgres&gt;;
/// }
/// </code>
/// With the whole program instead of the database alone: FosterHost, SqliteHost, PostgresHost.
/// </summary>
public abstract class DatabaseFixture(TestProvider provider) : IAsyncLifetime
{
    private TestDatabase? database;

    public TestProvider Provider => provider;

    protected virtual TestContent Content => TestContent.Tables;

    public TestDatabase Database =>
        database ?? throw new InvalidOperationException("The database is not made yet.");

    public string ConnectionString => Database.ConnectionString;

    public virtual async Task InitializeAsync() =>
        database = await TestDatabase.CreateAsync(provider, Content);

    public virtual async Task DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }
}

public sealed class Sqlite() : DatabaseFixture(TestProvider.Sqlite);

public sealed class Postgres() : DatabaseFixture(TestProvider.Postgres);
