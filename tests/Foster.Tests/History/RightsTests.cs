using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Foster.Tests.History;

/// <summary>
/// On PostgreSQL with two roles, as in production: the owner migrates, and the role with which the site runs can add to
/// the history and read it, and neither change nor remove anything of it.
/// </summary>
public sealed class RightsTests(TwoRolesHost host) : IClassFixture<TwoRolesHost>
{
    [Fact]
    public async Task The_site_writes_seals_and_checks_its_history_under_the_web_role()
    {
        var council = await CouncilAsync();
        await Village.CaseAsync(host, council.Code, new(2026, 5, 1), ("Robin", "Demo-Role"));

        Assert.Equal(1, await new Ledger(host).SealAsync());
        await host.InScopeAsync(async services =>
        {
            var found = await services.GetRequiredService<HistoryVerification>().RunAsync(default);
            Assert.True(found.Whole, string.Join('\n', found.Findings));
            Assert.Equal(1, found.Linked);
        });
        // With everything in place it starts again, and the rights are given again.
        await host.InScopeAsync(s => s.GetRequiredService<Migrator>().RunAsync(default));
    }

    public static TheoryData<string> Logs => [.. ChainTable.AppendOnly];

    [Theory]
    [MemberData(nameof(Logs))]
    public async Task The_web_role_changes_and_removes_nothing(string table)
    {
        foreach (
            var statement in new[]
            {
                $"DELETE FROM \"{table}\"",
                $"TRUNCATE \"{table}\" CASCADE",
                $"UPDATE \"{table}\" SET {(table == "Seals" ? "\"Hash\" = ''" : table.EndsWith("Bodies", StringComparison.Ordinal) ? "\"Content\" = ''" : "\"Digest\" = ''")}",
                $"ALTER TABLE \"{table}\" DISABLE TRIGGER ALL",
                $"DROP TABLE \"{table}\" CASCADE",
            }
        )
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(statement));
    }

    [Fact]
    public async Task The_web_role_makes_no_certificates_and_maintenance_as_the_owner_does()
    {
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await RefusedAsync("INSERT INTO \"ErasureBodies\" VALUES (gen_random_uuid(), '')")
        );
        var council = await CouncilAsync();
        var caseId = await Village.CaseAsync(
            host,
            council.Code,
            new(2026, 5, 1),
            ("Alex", "Demo-Role")
        );
        var entry = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<HistoryEntry>()
                .IgnoreQueryFilters()
                .SingleAsync(h => h.CaseId == caseId)
        );

        var erased = await host
            .Services.GetRequiredService<HistoryMaintenance>()
            .EraseAsync(
                Actor.System(council.Id),
                ChainLog.Case,
                [entry.Id],
                "R-REC-04",
                "Time is over",
                default
            );

        Assert.Equal(1, erased);
        var found = await host.InScopeAsync(s =>
            s.GetRequiredService<HistoryVerification>().RunAsync(default)
        );
        Assert.True(found.Whole, string.Join('\n', found.Findings));
    }

    [Fact]
    public async Task A_process_without_the_owner_s_connection_knows_that_it_may_not_erase()
    {
        await host.InScopeAsync(async services =>
        {
            Assert.True(
                await services.GetRequiredService<HistoryMaintenance>().MayEraseAsync(default)
            );
            var node = new HistoryMaintenance(
                services.GetRequiredService<IServiceScopeFactory>(),
                new DatabaseOptions { Provider = "Postgres" },
                services.GetRequiredService<HistoryWords>(),
                services.GetRequiredService<Web.Foundation.Clock.LondonClock>()
            );
            Assert.False(await node.MayEraseAsync(default));
        });
    }

    [Fact]
    public async Task A_case_is_erased_whole_on_the_owner_s_connection()
    {
        await CouncilAsync();
        var shelf = new Retention.Shelf(host);
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await shelf.EnquiryAsync(new(2025, 4, 2));
        await shelf.RunAsync();
        Assert.True((await shelf.ConfirmAsync(caseId)).Ok);

        var run = await shelf.RunAsync();

        Assert.Equal((1, 0), (run.Erased, run.Waiting));
        var found = await shelf.VerifyAsync();
        Assert.True(found.Whole, string.Join('\n', found.Findings));
        Assert.True(found.Erased > 0);
    }

    private async Task<string?> RefusedAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(host.WebConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            command.ExecuteNonQueryAsync()
        );
        return refusal.SqlState;
    }

    private Task<Council> CouncilAsync() =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            if (await db.Set<Council>().FirstOrDefaultAsync() is { } there)
                return there;
            var council = DemoCouncils.Harbourside();
            db.Add(council);
            await db.SaveChangesAsync();
            return council;
        });
}

/// <summary>Starts on an empty database with the owner's connection beside that of the web role.</summary>
public sealed class TwoRolesHost() : FosterHost(TestProvider.Postgres)
{
    private const string Secret = "web-role-of-a-test";
    private readonly string role = $"web_{Guid.NewGuid():N}";

    public string WebConnection =>
        new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            Username = role,
            Password = Secret,
        }.ConnectionString;

    protected override TestContent Content => TestContent.Nothing;

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["ConnectionStrings:Foster"] = WebConnection,
            ["Database:OwnerConnection"] = ConnectionString,
            ["History:SealSeconds"] = "86400",
        };

    public override async Task InitializeAsync()
    {
        await ServerAsync($"CREATE ROLE {role} LOGIN PASSWORD '{Secret}'");
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await using (var connection = new NpgsqlConnection(WebConnection))
            NpgsqlConnection.ClearPool(connection);
        await ServerAsync($"DROP ROLE IF EXISTS {role}");
    }

    private static async Task ServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
