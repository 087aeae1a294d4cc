using Foster.TestKit;
using Foster.Tests.Encryption;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Retention;

/// <summary>
/// R-DP-11, row 25: of a case that went the whole road to its withdrawal nothing is left but the tombstone, a number and a
/// history without words that still verifies.
/// </summary>
public abstract class ErasureTests(FosterHost host)
{
    private readonly Shelf shelf = new(host);

    [Fact]
    public async Task Nothing_personal_is_left_of_an_erased_case()
    {
        var (caseId, accountId, words) = await OldCaseAsync();
        var before = await PlacesAsync();
        Assert.True(words.Count > 6, string.Join('\n', words));
        Assert.All(words, w => Assert.Contains(before, p => p.Contains(w, Ordinal)));
        await shelf.RunAsync();
        var due = await shelf.ItemAsync(caseId);
        Assert.Equal(("R-REC-04", new DateOnly(2026, 5, 15)), (due!.RuleId, due.DueOn));
        var preview = await shelf.ReadAsync(_ => PreviewAsync(caseId));
        Assert.True((await shelf.ConfirmAsync(caseId)).Ok);
        Assert.True((await shelf.VerifyAsync()).Whole);

        var run = await shelf.RunAsync();

        Assert.Empty(run.Refused);
        Assert.Equal(1, run.Erased);
        Assert.Equal(0, (await shelf.RunAsync()).Erased);
        await OnlyTheTombstoneAsync(caseId, accountId);
        var certificate = (await shelf.ItemAsync(caseId))!;
        Assert.Equal(
            ("Olu Demo-Records", RetentionState.Erased),
            (certificate.ConfirmedBy, certificate.State)
        );
        Assert.Equal(preview, RecordsWords.Counts(certificate.Counts));
        Assert.True(preview.Count > 15, string.Join('\n', preview));
        Assert.Contains(preview, p => p is { Table: "Name and contacts", Rows: > 0 });
        Assert.Contains(preview, p => p is { Table: "Accounts", Rows: > 0 });
        await CountedAsync();
        var found = await shelf.VerifyAsync();
        Assert.True(found.Whole, string.Join('\n', found.Findings));
        Assert.True(found.Erased > 10, $"{found.Erased} certificates");
        var after = await PlacesAsync();
        foreach (var word in words)
            Assert.DoesNotContain(after, p => p.Contains(word, Ordinal));
        await TamperingIsSeenAsync();
    }

    [Fact]
    public async Task What_a_certificate_said_goes_after_six_months_and_its_number_stays()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await shelf.ApplicationAsync(new(2025, 8, 31));
        var checkId = await CheckAsync(caseId);
        host.Clock.Set("2026-02-27 23:59");
        await shelf.RunAsync();
        Assert.Null(await shelf.ItemAsync(caseId, "certificate"));

        host.Clock.Set("2026-02-28 00:00");
        await shelf.RunAsync();
        Assert.Equal("R-DP-04", (await shelf.ItemAsync(caseId, "certificate"))!.RuleId);
        Assert.True((await shelf.ConfirmAsync(caseId, "certificate")).Ok);
        await shelf.RunAsync();

        var check = await shelf.ReadAsync(db => db.Set<Check>().SingleAsync(c => c.Id == checkId));
        Assert.Null(check.CriminalNote);
        Assert.Equal("001234567890", check.CertificateNumber);
        Assert.Equal(new DateOnly(2025, 7, 1), check.CertificateIssuedOn);
        Assert.Equal(CheckOutcome.Concern, check.Outcome);
        Assert.Equal("Asha Demo-Decider", check.Reviewer);
        Assert.Equal(RetentionState.Erased, (await shelf.ItemAsync(caseId, "certificate"))!.State);
        Assert.Null(await shelf.ItemAsync(caseId));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    /// <summary>The case of the applicant with an account, as if it had been withdrawn three years ago to the day.</summary>
    private async Task<(Guid CaseId, Guid AccountId, List<string> Words)> OldCaseAsync()
    {
        var (caseId, accountId) = await shelf.ReadAsync(async db =>
        {
            var account = await db.Set<Account>()
                .SingleAsync(a => a.UserName == "applicant@foster.example");
            var people = db.Set<AccountLink>()
                .Where(l => l.AccountId == account.Id)
                .Select(l => l.PersonId);
            var id = await (
                from m in db.Set<Membership>()
                join c in db.Set<Case>() on m.HouseholdId equals c.HouseholdId
                where people.Contains(m.PersonId)
                select c.Id
            ).FirstAsync();
            db.Add(
                new KeptPost
                {
                    AccountId = account.Id,
                    Path = "/apply",
                    Body = "sealed",
                    KeptAt = host.Clock.GetUtcNow().UtcDateTime,
                }
            );
            await db.SaveChangesAsync();
            return (id, account.Id);
        });
        await shelf.EndApplicationAsync(caseId, new(2023, 5, 14));
        host.Clock.Set("2026-05-15 00:01");
        var words = await shelf.ReadAsync(db => WordsAsync(db, caseId));
        return (caseId, accountId, words);
    }

    /// <summary>Names, addresses and telephone numbers that nobody outside the case has.</summary>
    private static async Task<List<string>> WordsAsync(FosterDb db, Guid caseId)
    {
        var household = await db.Set<Case>()
            .Where(c => c.Id == caseId)
            .Select(c => c.HouseholdId)
            .SingleAsync();
        var people = await db.Set<Membership>()
            .Where(m => m.HouseholdId == household)
            .Select(m => m.PersonId)
            .ToListAsync();
        var all = await db.Set<Person>().AsNoTracking().ToListAsync();
        var accounts = await db.Set<AccountLink>()
            .Where(l => people.Contains(l.PersonId))
            .Select(l => l.AccountId)
            .ToListAsync();
        string?[] words =
        [
            .. all.Where(p => people.Contains(p.Id))
                .SelectMany(p => new[] { p.SearchName, p.Email, p.Telephone }),
            .. await db.Set<Account>()
                .Where(a => accounts.Contains(a.Id))
                .Select(a => a.DisplayName)
                .ToListAsync(),
            .. await db.Set<Address>()
                .Where(a => people.Contains(a.PersonId))
                .Select(a => a.Lines)
                .ToListAsync(),
            .. await db.Set<Referee>()
                .Where(r => r.CaseId == caseId)
                .Select(r => r.Name)
                .ToListAsync(),
        ];
        var others = (
            await db.Set<Referee>().AsNoTracking().Where(r => r.CaseId != caseId).ToListAsync()
        )
            .Select(r => r.Name)
            .Concat(
                all.Where(p => !people.Contains(p.Id))
                    .SelectMany(p => new[] { p.FullName, p.SearchName, p.Email, p.Telephone })
            )
            .Concat(
                await db.Set<Address>()
                    .Where(a => !people.Contains(a.PersonId))
                    .Select(a => a.Lines)
                    .ToListAsync()
            )
            .OfType<string>()
            .ToList();
        return
        [
            .. words
                .OfType<string>()
                .Where(w => w.Length >= 8 && !w.Contains('\n', Ordinal))
                .Where(w => !others.Exists(o => o.Contains(w, Ordinal)))
                .Distinct(),
        ];
    }

    private Task<IReadOnlyList<(string Table, int Rows)>> PreviewAsync(Guid caseId) =>
        shelf.AsAsync(
            Web.Foundation.Actors.Role.TeamManager,
            true,
            async (services, _) =>
            {
                var records = services.GetRequiredService<RecordsReads>();
                return await records.PreviewAsync(
                    (await records.OfCaseAsync(caseId, default))!,
                    default
                );
            }
        );

    private Task<int> OnlyTheTombstoneAsync(Guid caseId, Guid accountId) =>
        shelf.ReadAsync(async db =>
        {
            Assert.False(await db.Set<Case>().AnyAsync(c => c.Id == caseId));
            var tombstone = await db.Set<Case>()
                .IgnoreQueryFilters()
                .SingleAsync(c => c.Id == caseId);
            Assert.Equal(
                (new DateOnly(2026, 5, 15), "R-REC-04", null),
                (tombstone.ErasedOn!.Value, tombstone.ErasedRule, tombstone.Connections)
            );
            Assert.StartsWith("HAR-", tombstone.Reference, Ordinal);
            Assert.False(await db.Users.AnyAsync(a => a.Id == accountId));
            Assert.False(await db.Set<OutboxMessage>().AnyAsync(m => m.CaseId == caseId));
            Assert.False(await db.Set<LinkToken>().AnyAsync(t => t.CaseId == caseId));
            Assert.True(await db.Set<HistoryEntry>().AnyAsync(h => h.CaseId == caseId));
            return 0;
        });

    private Task<int> CountedAsync() =>
        shelf.ReadAsync(async db =>
        {
            var count = Assert.Single(
                await db.Set<CaseCount>().Where(c => c.Stages.Contains("applied")).ToListAsync()
            );
            Assert.Equal((1, 1), (count.Cases, count.Month.Day));
            Assert.Contains("applied", count.Stages, Ordinal);
            Assert.StartsWith("enquiry", count.Stages, Ordinal);
            return 0;
        });

    /// <summary>The same words gone without a certificate are what somebody did by hand.</summary>
    private async Task TamperingIsSeenAsync()
    {
        var entry = await shelf.ReadAsync(db =>
            db.Set<HistoryEntry>().Where(h => h.Body != null).Select(h => h.Id).FirstAsync()
        );
        await shelf.DoAsync(db =>
            db.Set<HistoryBody>().Where(b => b.EntryId == entry).ExecuteDeleteAsync()
        );

        var found = await shelf.VerifyAsync();

        Assert.Equal([entry], found.Findings.Select(f => f.EntryId!.Value));
    }

    private async Task<Guid> CheckAsync(Guid caseId)
    {
        var id = Guid.Empty;
        await Village.ChangeAsync(
            host,
            Shelf.Council,
            (services, actor) =>
            {
                var check = new Check
                {
                    CouncilId = actor.CouncilId,
                    CaseId = caseId,
                    Kind = "CHK-02",
                };
                id = check.Id;
                var assessor = actor with { Role = Web.Foundation.Actors.Role.Assessor };
                Assert.True(check.Request(assessor, new(2025, 6, 1), null, null, []).Ok);
                var done = check.Record(
                    assessor,
                    new CheckFindings(
                        new(2025, 7, 2),
                        CheckOutcome.Concern,
                        "A caution in 1999 that we talked about",
                        Guid.NewGuid(),
                        "Asha Demo-Decider",
                        new(2025, 7, 3),
                        "001234567890",
                        new(2025, 7, 1),
                        false
                    ),
                    []
                );
                Assert.True(done.Ok, done.Reasons);
                services.GetRequiredService<FosterDb>().Add(check);
                return Task.CompletedTask;
            }
        );
        return id;
    }

    /// <summary>Everything that the database holds: its files, or every row as text.</summary>
    private async Task<IReadOnlyList<string>> PlacesAsync()
    {
        if (host.Provider == TestProvider.Sqlite)
            return await DatabaseFiles.ReadAsync(host.ConnectionString);
        var rows = new List<string>();
        foreach (
            var table in await Cells.ReadAsync(
                host,
                "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'"
            )
        )
            rows.AddRange(
                (await Cells.ReadAsync(host, $"SELECT t::text FROM {table} t")).Select(r =>
                    (string)r
                )
            );
        return rows;
    }

    public sealed class OnSqlite(ShelfSqliteHost on)
        : ErasureTests(on),
            IClassFixture<ShelfSqliteHost>;

    public sealed class OnPostgres(ShelfPostgresHost on)
        : ErasureTests(on),
            IClassFixture<ShelfPostgresHost>;
}
