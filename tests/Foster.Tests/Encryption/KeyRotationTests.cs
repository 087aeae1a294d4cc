using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Encryption;

/// <summary>Row 23: keys rotate while the site serves, and old rows are readable meanwhile.</summary>
public abstract class KeyRotationTests(FosterHost host)
{
    private const string Next = "next";

    /// <summary>So long a batch may hold others up.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Everything_stands_under_the_new_key_and_nothing_written_meanwhile_is_lost()
    {
        var next = new Vault(new VaultKeys(Options(Next)));
        var before = await KeysAsync();
        Assert.Equal([TestVault.KeyId], before.Keys);
        var said = await LettersAsync();

        var (rotation, last) = await WhileWritingAsync(() => RotateAsync(next));

        Assert.True(rotation.Rows > 100, $"Only {rotation.Rows} rows were rotated.");
        Assert.True(rotation.Batches > 1);
        Assert.Empty(rotation.Unopened);
        Assert.Equal(said, await LettersAsync());
        Assert.Equal(last, (await FirstCheckAsync()).Note);
        // The site writes under its own current key still; that is the one row which the second round finds.
        Assert.True(
            (await KeysAsync()).GetValueOrDefault(TestVault.KeyId) <= 1,
            "Much was left under the former key."
        );
        Assert.True((await RotateAsync(next)).Rows <= 1);
        Assert.Equal([Next], (await KeysAsync()).Keys);
        Assert.Equal(0, (await RotateAsync(next)).Rows);
        Assert.Equal(last, (await FirstCheckAsync()).Note);

        var former = new Vault(new VaultKeys(Options(TestVault.KeyId)));
        await RotateAsync(former);
        await HoldsNobodyUpAsync(rotation.Longest, next, former);
    }

    [Fact]
    public async Task What_does_not_open_is_named_and_left_as_it_is()
    {
        await Cells.ExecuteAsync(
            host,
            """UPDATE "Checks" SET "Note" = (SELECT "Body" FROM "Letters" LIMIT 1) WHERE "Id" = (SELECT MAX("Id"::text)::uuid FROM "Checks")""".Replace(
                "MAX(\"Id\"::text)::uuid",
                host.Provider == TestProvider.Sqlite ? "MAX(\"Id\")" : "MAX(\"Id\"::text)::uuid",
                StringComparison.Ordinal
            )
        );
        var rotation = await RotateAsync(new Vault(new VaultKeys(Options(Next))));

        Assert.StartsWith("Checks.Note of ", Assert.Single(rotation.Unopened));
        Assert.True(rotation.Rows > 100);

        await Cells.ExecuteAsync(
            host,
            "UPDATE \"Checks\" SET \"Note\" = NULL WHERE \"Id\" = (SELECT MAX(\"Id\"::text)::uuid FROM \"Checks\")".Replace(
                "MAX(\"Id\"::text)::uuid",
                host.Provider == TestProvider.Sqlite ? "MAX(\"Id\")" : "MAX(\"Id\"::text)::uuid",
                StringComparison.Ordinal
            )
        );
        await RotateAsync(new Vault(new VaultKeys(Options(TestVault.KeyId))));
    }

    /// <summary>A batch that itself waited for the processor is not a long one, so the quickest of several rotations tells.</summary>
    private async Task HoldsNobodyUpAsync(TimeSpan longest, Vault next, Vault former)
    {
        for (var again = 0; again < 8 && longest >= Most; again++)
        {
            var rotation = await RotateAsync(next);
            longest = rotation.Longest < longest ? rotation.Longest : longest;
            await RotateAsync(former);
        }
        Assert.True(longest < Most, $"A batch held others for {longest.TotalMilliseconds:N0} ms.");
    }

    private Task<Rotation> RotateAsync(Vault vault) =>
        new KeyRotation(host.Services.GetRequiredService<IServiceScopeFactory>(), vault).RunAsync(
            default
        );

    /// <summary>Changes one row all the time; answers with the words that were saved last.</summary>
    private async Task<(Rotation, string)> WhileWritingAsync(Func<Task<Rotation>> rotate)
    {
        var (last, count) = ("", 0);
        var rotating = rotate();
        do
        {
            var words = $"note {++count}";
            await Cells.InCouncilAsync(
                host,
                async db =>
                {
                    var check = await db.Set<Check>().OrderBy(c => c.Id).FirstAsync();
                    typeof(Check).GetProperty(nameof(Check.Note))!.SetValue(check, words);
                    try
                    {
                        await db.SaveChangesAsync();
                        last = words;
                    }
                    catch (DbUpdateConcurrencyException)
                    {
                        // On PostgreSQL the row was sealed anew between reading and saving: told, and nothing lost.
                    }
                    return 0;
                }
            );
        } while (!rotating.IsCompleted || last.Length == 0);
        return (await rotating, last);
    }

    private Task<Check> FirstCheckAsync() =>
        Cells.InCouncilAsync(
            host,
            db => db.Set<Check>().AsNoTracking().OrderBy(c => c.Id).FirstAsync()
        );

    private Task<List<string>> LettersAsync() =>
        Cells.InCouncilAsync(
            host,
            db => db.Set<Letter>().OrderBy(l => l.Id).Select(l => l.Body).ToListAsync()
        );

    /// <summary>How many values stand under which key.</summary>
    private Task<Dictionary<string, int>> KeysAsync() =>
        Cells.InCouncilAsync(
            host,
            async db =>
            {
                var keys = new Dictionary<string, int>();
                foreach (var (type, column) in Cells.Columns(db.Model))
                foreach (
                    var cipher in await Cells.ReadAsync(
                        host,
                        $"SELECT \"{column.Name}\" FROM \"{type.GetTableName()}\" WHERE \"{column.Name}\" IS NOT NULL"
                    )
                )
                {
                    var key = Vault.KeyOf((byte[])cipher)!;
                    keys[key] = keys.GetValueOrDefault(key) + 1;
                }
                return keys;
            }
        );

    private static VaultOptions Options(string current) =>
        new()
        {
            CurrentKey = current,
            Keys = new()
            {
                [TestVault.KeyId] = TestVault.Key,
                [Next] = TwoKeys.Settings[$"Vault:Keys:{Next}"],
            },
        };

    public sealed class OnSqlite(TwoKeysSqliteHost on)
        : KeyRotationTests(on),
            IClassFixture<TwoKeysSqliteHost>;

    public sealed class OnPostgres(TwoKeysPostgresHost on)
        : KeyRotationTests(on),
            IClassFixture<TwoKeysPostgresHost>;
}

/// <summary>The demonstration on a site that knows the key to come.</summary>
public sealed class TwoKeysSqliteHost : SqliteDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => TwoKeys.Settings;
}

public sealed class TwoKeysPostgresHost : PostgresDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => TwoKeys.Settings;
}

internal static class TwoKeys
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>
        {
            ["Mail:Host"] = "",
            ["Vault:Keys:next"] = "Gx8dmqvM4uWJ1r0PzqTnXo5yLkF2sV7hCbE9aQ3wI6U=",
        };
}
