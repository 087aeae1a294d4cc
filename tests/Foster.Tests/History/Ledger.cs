using System.Data.Common;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Tests.History;

/// <summary>A case with entries, the sealer by hand, and somebody who gets at the tables past the program.</summary>
internal sealed class Ledger(FosterHost host)
{
    public const string Node = "test";

    public Guid Council { get; private set; }

    public Guid Case { get; private set; }

    /// <summary>The ids of the sealed entries, in the order of the chain.</summary>
    public List<Guid> Entries { get; } = [];

    /// <summary>Starts anew: no history, no links, no anchors, and a case with so many sealed entries.</summary>
    public static async Task<Ledger> WithAsync(FosterHost host, int entries)
    {
        var ledger = new Ledger(host);
        foreach (var table in ChainTable.All.Reverse())
        {
            await ledger.RunAsync($"DELETE FROM \"{table.Bodies}\"");
            await ledger.RunAsync($"DELETE FROM \"{table.Rows}\"");
        }

        await ledger.RunAsync("DELETE FROM \"Seals\"");
        await ledger.RunAsync("DELETE FROM \"Leases\"");
        File.Delete(host.AnchorFile);
        host.Services.GetRequiredService<SealerMemory>().Forget();
        host.Services.GetRequiredService<SealerMemory>().Heads.Clear();
        ledger.Case = await Village.CaseAsync(
            host,
            "HAR",
            new DateOnly(2026, 5, 1),
            ("Robin", "Demo-Ledger")
        );
        ledger.Council = await ledger.AsAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .Where(c => c.Code == "HAR")
                .Select(c => c.Id)
                .SingleAsync()
        );
        await ledger.WriteAsync(entries);
        await ledger.SealAsync();
        return ledger;
    }

    public async Task WriteAsync(int entries)
    {
        await Village.ChangeAsync(
            host,
            "HAR",
            async (services, actor) =>
            {
                var history = services.GetRequiredService<CaseHistory>();
                for (var i = 0; i < entries; i++)
                    await history.WriteAsync(
                        actor,
                        Case,
                        new HistoryNote("test.noted", $"Note {i}")
                        {
                            ForApplicant = "We wrote something down",
                            Reason = $"Reason {i} that nobody else may read",
                        },
                        default
                    );
            }
        );
    }

    /// <summary>
    /// Seals until nothing waits or a chain is found cut: on PostgreSQL a transaction in another database of the same
    /// server holds the sealer back for a moment.
    /// </summary>
    /// <returns>How many entries were linked.</returns>
    public async Task<int> SealAsync()
    {
        var linked = 0;
        for (var patience = 0; patience < 600; patience++)
        {
            var (more, cut) = await SealAsAsync(Node);
            linked += more;
            if (cut.Count > 0 || await AllSealedAsync())
                break;
            await Task.Delay(100);
        }

        Entries.Clear();
        Entries.AddRange(
            await AsAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<Seal>()
                    .IgnoreQueryFilters()
                    .Where(l => l.Log == ChainLog.Case)
                    .OrderBy(l => l.Sequence)
                    .Select(l => l.EntryId)
                    .ToListAsync()
            )
        );
        return linked;
    }

    /// <summary>One round of the sealer of a node.</summary>
    public Task<(int Linked, IReadOnlyList<Guid> Cut)> SealAsAsync(string node) =>
        AsAsync(s => s.GetRequiredService<Sealing>().RunAsync(node, default));

    private Task<bool> AllSealedAsync() =>
        AsAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var seals = db.Set<Seal>().IgnoreQueryFilters().Select(l => l.EntryId);
            return !await db.Set<HistoryEntry>()
                .IgnoreQueryFilters()
                .AnyAsync(e => !seals.Contains(e.Id));
        });

    public Task AnchorAsync() =>
        AsAsync(async s =>
        {
            await s.GetRequiredService<Anchoring>().RunAsync([], default);
            return 0;
        });

    public Task<Verification> VerifyAsync() =>
        AsAsync(s => s.GetRequiredService<HistoryVerification>().RunAsync(default));

    public Task<T> AsAsync<T>(Func<IServiceProvider, Task<T>> act) => host.InScopeAsync(act);

    /// <summary>One statement past the program, on a connection that minds no keys.</summary>
    public Task RunAsync(string statement, params object[] values) =>
        AsAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText =
                (
                    db.Database.IsSqlite()
                        ? "PRAGMA foreign_keys=OFF; "
                        : "SET session_replication_role = replica; "
                )
                + Filled(db, statement, values)
                + (
                    db.Database.IsSqlite()
                        ? "; PRAGMA foreign_keys=ON"
                        : "; RESET session_replication_role"
                );
            return await command.ExecuteNonQueryAsync();
        });

    /// <summary>Ids are put in as they are: this somebody is no program.</summary>
    private static string Filled(FosterDb db, string statement, object[] values) =>
        string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            statement,
            [
                .. values.Select(v =>
                    v is Guid id
                        ? $"'{(db.Database.IsSqlite() ? id.ToString().ToUpperInvariant() : id.ToString())}'"
                        : v
                ),
            ]
        );
}
