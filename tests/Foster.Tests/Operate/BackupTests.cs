using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>Row 24 of the thresholds on the embedded database: a half backup is never taken for a whole one.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 15, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("foster-backup-").FullName;
    private TestDatabase database = null!;
    private string file = "";
    private string backup = "";

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(TestProvider.Sqlite);
        file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        backup = Path.Combine(folder, "monday.db");
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_is_committed_comes_back_and_what_was_there_is_kept()
    {
        await using (var writer = await OpenAsync(file))
        {
            await RunAsync(
                writer,
                "PRAGMA journal_mode=WAL; CREATE TABLE \"Kept\" (\"Word\" TEXT)"
            );
            await RunAsync(writer, "INSERT INTO \"Kept\" VALUES ('before')");
            Assert.True(await Backup.MakeAsync(file, backup, default) > 0);
            await RunAsync(writer, "INSERT INTO \"Kept\" VALUES ('after')");
        }

        var former = await Backup.RestoreAsync(backup, file, Now, default);

        Assert.Equal($"{file}.until-20261122-093015", former);
        Assert.Equal("before", await WordsAsync(file));
        Assert.Equal("before after", await WordsAsync(former!));
        Assert.Equal([backup], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task What_was_restored_needs_no_migration()
    {
        await Backup.MakeAsync(file, backup, default);
        await Backup.RestoreAsync(backup, file, Now, default);

        await using var db = new SqliteFosterDb(
            new DbContextOptionsBuilder<SqliteFosterDb>()
                .UseSqlite(database.ConnectionString)
                .AddInterceptors(new SqlitePragmas())
                .UseApplicationServiceProvider(IdentitySetup.ForDesign())
                .Options,
            new CouncilScope(),
            new WriteGate(closed: false)
        );

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.True(await db.Set<BankHoliday>().AnyAsync());
    }

    [Theory]
    [InlineData(0.999)]
    [InlineData(0.5)]
    [InlineData(0.01)]
    [InlineData(0)]
    public async Task A_half_backup_is_refused_and_changes_nothing(double part)
    {
        await Backup.MakeAsync(file, backup, default);
        var whole = await File.ReadAllBytesAsync(backup);
        await File.WriteAllBytesAsync(backup, whole[..(int)(whole.Length * part)]);
        var before = await File.ReadAllBytesAsync(file);

        await RefusedAsync(() => Backup.RestoreAsync(backup, file, Now, default), "restored");

        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task The_database_of_something_else_is_refused()
    {
        await using (var other = await OpenAsync(backup))
            await RunAsync(other, "CREATE TABLE \"Else\" (\"Word\" TEXT)");

        await RefusedAsync(() => Backup.RestoreAsync(backup, file, Now, default), "no database");
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_site_that_serves()
    {
        await Backup.MakeAsync(file, backup, default);
        await using var site = await OpenAsync(file);
        await RunAsync(site, "PRAGMA journal_mode=WAL; SELECT count(*) FROM sqlite_master");

        await RefusedAsync(() => Backup.RestoreAsync(backup, file, Now, default), "Stop the site");
    }

    [Fact]
    public async Task A_backup_never_takes_the_place_of_another()
    {
        await Backup.MakeAsync(file, backup, default);

        await RefusedAsync(() => Backup.MakeAsync(file, backup, default), "already");
    }

    [Fact]
    public async Task A_damaged_database_can_be_replaced()
    {
        await Backup.MakeAsync(file, backup, default);
        await File.WriteAllTextAsync(file, "this is no database any more, since the disk failed");

        Assert.NotNull(await Backup.RestoreAsync(backup, file, Now, default));
        Assert.Equal(await File.ReadAllBytesAsync(backup), await File.ReadAllBytesAsync(file));
    }

    private static async Task RefusedAsync(Func<Task> act, string word) =>
        Assert.Contains(
            word,
            (await Assert.ThrowsAsync<InvalidOperationException>(act)).Message,
            StringComparison.Ordinal
        );

    private static async Task<SqliteConnection> OpenAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string?> WordsAsync(string file)
    {
        await using var connection = await OpenAsync(file);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(\"Word\", ' ') FROM \"Kept\"";
        return (string?)await command.ExecuteScalarAsync();
    }
}
