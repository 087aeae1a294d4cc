using Foster.TestKit;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.History;

/// <summary>Row 21: whatever is done to written history past the program is found, and the row is named.</summary>
public abstract class TamperTests(FosterHost host)
{
    private const int Many = 12;
    private Ledger ledger = null!;

    [Fact]
    public async Task Untouched_history_holds_and_what_is_not_sealed_yet_is_counted()
    {
        await StartAsync();
        await ledger.WriteAsync(3);

        var found = await ledger.VerifyAsync();

        Assert.True(found.Whole, string.Join('\n', found.Findings));
        Assert.Equal(Many + 1, found.Linked);
        Assert.Equal(3, found.Waiting);
        Assert.Equal(3, await ledger.SealAsync());
        Assert.Equal(0, (await ledger.VerifyAsync()).Waiting);
    }

    [Theory]
    [InlineData("\"ActorName\" = 'Somebody Else'")]
    [InlineData("\"Kind\" = 'test.changed'")]
    [InlineData("\"OccurredOn\" = '2020-01-01'")]
    [InlineData("\"RuleIds\" = 'R-NONE'")]
    [InlineData("\"ReasonCode\" = 'other'")]
    [InlineData("\"Digest\" = 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'")]
    public async Task A_changed_row_is_named(string change)
    {
        await StartAsync();
        var row = ledger.Entries[5];
        await ledger.RunAsync($"UPDATE \"History\" SET {change} WHERE \"Id\" = {{0}}", row);

        Assert.All(await FindingsAsync(), f => Assert.Equal(row, f.EntryId));
    }

    [Fact]
    public async Task Changed_words_are_named()
    {
        await StartAsync();
        var row = ledger.Entries[5];
        await ledger.RunAsync(
            Sqlite
                ? "UPDATE \"HistoryBodies\" SET \"Content\" = substr(\"Content\", 1, 60) || x'00' || substr(\"Content\", 62) WHERE \"EntryId\" = {0}"
                : "UPDATE \"HistoryBodies\" SET \"Content\" = set_byte(\"Content\", 60, (get_byte(\"Content\", 60) + 1) % 256) WHERE \"EntryId\" = {0}",
            row
        );

        Assert.Equal(row, Assert.Single(await FindingsAsync()).EntryId);
    }

    [Fact]
    public async Task A_deleted_row_is_named()
    {
        await StartAsync();
        var row = ledger.Entries[5];
        await ledger.RunAsync("DELETE FROM \"HistoryBodies\" WHERE \"EntryId\" = {0}", row);
        await ledger.RunAsync("DELETE FROM \"History\" WHERE \"Id\" = {0}", row);

        var found = Assert.Single(await FindingsAsync());
        Assert.Equal(row, found.EntryId);
        Assert.Contains("deleted", found.What);
    }

    [Fact]
    public async Task A_deleted_link_with_its_row_is_seen_by_the_gap()
    {
        await StartAsync();
        var row = ledger.Entries[5];
        await ledger.RunAsync("DELETE FROM \"HistoryBodies\" WHERE \"EntryId\" = {0}", row);
        await ledger.RunAsync("DELETE FROM \"History\" WHERE \"Id\" = {0}", row);
        await ledger.RunAsync("DELETE FROM \"Seals\" WHERE \"EntryId\" = {0}", row);

        var found = Assert.Single(await FindingsAsync());
        Assert.Equal(ledger.Entries[6], found.EntryId);
        Assert.Contains("places 6 to 6", found.What);
    }

    [Fact]
    public async Task A_row_that_was_put_in_is_named_also_with_a_good_digest()
    {
        await StartAsync();
        var copy = Guid.CreateVersion7();
        await CopyAsync(ledger.Entries[5], copy);

        Assert.All(await FindingsAsync(), f => Assert.Equal(copy, f.EntryId));

        // The digest needs no key; the words do.
        await ledger.AsAsync(async s =>
        {
            var row = (
                await ChainTable
                    .For(ChainLog.Case)
                    .RowsAsync(Db(s), ledger.Council, [copy], default)
            )[0];
            await ledger.RunAsync(
                $"UPDATE \"History\" SET \"Digest\" = '{Facts.Of("foster:case:1", row)}' WHERE \"Id\" = {{0}}",
                copy
            );
            return 0;
        });
        await ledger.SealAsync();
        var found = Assert.Single(await FindingsAsync());
        Assert.Equal(copy, found.EntryId);
        Assert.Contains("words", found.What);
    }

    [Fact]
    public async Task Swapped_words_are_named_both()
    {
        await StartAsync();
        var (one, other) = (ledger.Entries[4], ledger.Entries[7]);
        var aside = Guid.NewGuid();
        foreach (var (from, to) in new[] { (one, aside), (other, one), (aside, other) })
            await ledger.RunAsync(
                "UPDATE \"HistoryBodies\" SET \"EntryId\" = {1} WHERE \"EntryId\" = {0}",
                from,
                to
            );

        Assert.Equal([one, other], (await FindingsAsync()).Select(f => f.EntryId!.Value));
    }

    [Fact]
    public async Task Swapped_places_are_named()
    {
        await StartAsync();
        var (one, other) = (ledger.Entries[4], ledger.Entries[7]);
        await ledger.RunAsync(
            "UPDATE \"Seals\" SET \"Sequence\" = 1000 WHERE \"EntryId\" = {0}",
            one
        );
        await ledger.RunAsync(
            "UPDATE \"Seals\" SET \"Sequence\" = 5 WHERE \"EntryId\" = {0}",
            other
        );
        await ledger.RunAsync("UPDATE \"Seals\" SET \"Sequence\" = 8 WHERE \"EntryId\" = {0}", one);

        var named = (await FindingsAsync()).Select(f => f.EntryId!.Value).ToList();
        Assert.Contains(one, named);
        Assert.Contains(other, named);
    }

    [Fact]
    public async Task A_cut_off_end_is_seen_by_the_anchor()
    {
        await StartAsync();
        await ledger.AnchorAsync();
        var last = ledger.Entries[^1];
        foreach (var row in ledger.Entries.TakeLast(3))
        {
            await ledger.RunAsync("DELETE FROM \"HistoryBodies\" WHERE \"EntryId\" = {0}", row);
            await ledger.RunAsync("DELETE FROM \"History\" WHERE \"Id\" = {0}", row);
            await ledger.RunAsync("DELETE FROM \"Seals\" WHERE \"EntryId\" = {0}", row);
        }

        var found = Assert.Single(await FindingsAsync());
        Assert.Equal(last, found.EntryId);
        Assert.Contains($"places {Many - 1} to {Many + 1} are gone", found.What);
    }

    [Fact]
    public async Task A_chain_that_was_made_anew_does_not_meet_its_anchor()
    {
        await StartAsync();
        await ledger.AnchorAsync();
        var row = ledger.Entries[5];
        await ledger.RunAsync("DELETE FROM \"HistoryBodies\" WHERE \"EntryId\" = {0}", row);
        await ledger.RunAsync("DELETE FROM \"History\" WHERE \"Id\" = {0}", row);
        await ledger.RunAsync("DELETE FROM \"Seals\"");
        host.Services.GetRequiredService<SealerMemory>().Forget();
        await ledger.SealAsync();
        Assert.Contains("cut off", Assert.Single(await FindingsAsync()).What);

        await ledger.WriteAsync(1);
        await ledger.SealAsync();
        var found = Assert.Single(await FindingsAsync());
        Assert.Contains("does not meet the anchor", found.What);
    }

    [Fact]
    public async Task Words_erased_with_a_certificate_are_no_breach_and_without_one_they_are_R_DP_11()
    {
        await StartAsync();
        var (lawful, secret) = (ledger.Entries[3], ledger.Entries[8]);
        var maintenance = host.Services.GetRequiredService<HistoryMaintenance>();
        var actor = Foster.Web.Foundation.Actors.Actor.System(ledger.Council);
        Assert.Equal(
            1,
            await maintenance.EraseAsync(
                actor,
                ChainLog.Case,
                [lawful],
                "R-REC-04",
                "Three years after refusal",
                default
            )
        );
        await ledger.SealAsync();
        var found = await ledger.VerifyAsync();
        Assert.True(found.Whole, string.Join('\n', found.Findings));
        Assert.Equal(1, found.Erased);

        await ledger.RunAsync("DELETE FROM \"HistoryBodies\" WHERE \"EntryId\" = {0}", secret);
        var breach = Assert.Single(await FindingsAsync());
        Assert.Equal(secret, breach.EntryId);
        Assert.Contains("without a certificate", breach.What);

        // A certificate that somebody without the key has made is none.
        await ledger.RunAsync("UPDATE \"Erasures\" SET \"EntryId\" = {0}", secret);
        var named = (await FindingsAsync()).Select(f => f.EntryId!.Value).ToList();
        Assert.Contains(secret, named);
        Assert.Contains(lawful, named);
    }

    [Fact]
    public async Task One_node_seals_and_another_waits_for_the_lease()
    {
        await StartAsync();
        await ledger.WriteAsync(2);

        Assert.Equal(0, (await ledger.SealAsAsync("another")).Linked);
        Assert.Equal(2, await ledger.SealAsync());
    }

    [Fact]
    public async Task Words_are_sealed_anew_and_stay_readable()
    {
        await StartAsync();
        var maintenance = host.Services.GetRequiredService<HistoryMaintenance>();

        Assert.Equal(0, await maintenance.ReEncryptAsync(default));

        var former = new HistoryWords(
            new Vault(
                new VaultKeys(
                    new VaultOptions
                    {
                        CurrentKey = "newer",
                        Keys = new()
                        {
                            ["newer"] = Convert.ToBase64String(
                                System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)
                            ),
                            [TestVault.KeyId] = TestVault.Key,
                        },
                    }
                )
            )
        );
        var body = (
            await ledger.AsAsync(s =>
                ChainTable.For(ChainLog.Case).BodiesAsync(Db(s), Guid.Empty, 1, default)
            )
        )[0];
        var anew = former.Anew(HistoryBody.Table, body.EntryId, body.Content);

        Assert.NotNull(anew);
        Assert.Equal("newer", Vault.KeyOf(anew));
        Assert.Equal(
            former.DigestOf(HistoryBody.Table, body.EntryId, body.Content),
            former.DigestOf(HistoryBody.Table, body.EntryId, anew)
        );
    }

    private bool Sqlite => host.Provider == TestProvider.Sqlite;

    private static Foster.Web.Foundation.Data.FosterDb Db(IServiceProvider services) =>
        services.GetRequiredService<Foster.Web.Foundation.Data.FosterDb>();

    private async Task StartAsync() => ledger = await Ledger.WithAsync(host, Many);

    private async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var found = await ledger.VerifyAsync();
        Assert.False(found.Whole);
        return found.Findings;
    }

    private async Task CopyAsync(Guid from, Guid to)
    {
        const string Columns =
            "\"CouncilId\", \"CaseId\", \"Kind\", \"IsTold\", \"PersonId\", \"Audience\", \"OccurredOn\", \"RecordedAt\", "
            + "\"ActorId\", \"ActorName\", \"ActorRole\", \"FromAddress\", \"FromState\", \"ToState\", \"ReasonCode\", "
            + "\"RuleIds\", \"PayloadVersion\", \"RuleSetVersion\", \"CalendarVersion\", \"ContentDigest\", \"Digest\"";
        await ledger.RunAsync(
            $"INSERT INTO \"History\" (\"Id\", {Columns}) SELECT {{1}}, {Columns} FROM \"History\" WHERE \"Id\" = {{0}}",
            from,
            to
        );
        await ledger.RunAsync(
            "INSERT INTO \"HistoryBodies\" (\"EntryId\", \"Content\") SELECT {1}, \"Content\" FROM \"HistoryBodies\" WHERE \"EntryId\" = {0}",
            from,
            to
        );
    }

    public sealed class OnSqlite(HandSealedSqlite host)
        : TamperTests(host),
            IClassFixture<HandSealedSqlite>;

    public sealed class OnPostgres(HandSealedPostgres host)
        : TamperTests(host),
            IClassFixture<HandSealedPostgres>;
}

/// <summary>The sealer rests, and tests seal when they want to.</summary>
public sealed class HandSealedSqlite : SqliteDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["History:SealSeconds"] = "86400", ["Mail:Host"] = "" };
}

public sealed class HandSealedPostgres : PostgresDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["History:SealSeconds"] = "86400", ["Mail:Host"] = "" };
}
