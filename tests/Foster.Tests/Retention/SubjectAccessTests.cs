using System.IO.Compression;
using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Retention;

/// <summary>
/// R-DP-08, R-DP-09: what is stored about a person is gathered whole, nothing of others goes out without a decision, two
/// people look, and the file holds what was included and nothing that was withheld.
/// </summary>
public abstract class SubjectAccessTests(FosterHost host)
{
    private static readonly Guid Reviewer = Guid.NewGuid();
    private readonly Shelf shelf = new(host);

    [Fact]
    public async Task A_copy_goes_from_the_request_through_review_and_second_look_to_one_file()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (caseId, personId, partnerId) = await CoupleAsync();
        var opened = await OpenAsync(caseId, personId, new(2026, 5, 14));
        Assert.True(opened.Ok, opened.Reasons);
        var id = opened.Value;
        Assert.Equal(
            // A month after 14 May is Sunday 14 June, so the next working day.
            new DateOnly(2026, 6, 15),
            await shelf.ReadAsync(db =>
                db.Set<Deadline>()
                    .Where(d => d.SubjectId == id && d.RuleId == "R-DP-08")
                    .Select(d => d.DueOn)
                    .SingleAsync()
            )
        );
        var items = await ItemsAsync(id);
        Assert.All(
            items,
            i =>
                Assert.Equal(
                    i.Kind == AccessItemKind.Own ? AccessChoice.Included : AccessChoice.Undecided,
                    i.Choice
                )
        );
        Assert.Contains(items, i => i is { Table: "People", Kind: AccessItemKind.Own });
        Assert.Contains(items, i => i is { Table: "Accounts", Kind: AccessItemKind.Own });
        Assert.DoesNotContain(items, i => i.RowId == partnerId);
        Assert.All(
            items.Where(i => i.Table == "Referees"),
            i => Assert.Equal(AccessItemKind.Confidential, i.Kind)
        );

        Assert.Contains("not decided", (await FinishAsync(id)).Reasons, StringComparison.Ordinal);
        var withheld = items.First(i => i is { Table: "Referees" });
        Assert.Contains(
            "reason",
            (await DecideAsync(withheld.Id, "WH-REF", "No", false)).Refusals.Select(r => r.Field)
        );
        Assert.True(
            (await DecideAsync(withheld.Id, "WH-REF", "A reference given in confidence", false)).Ok
        );
        foreach (
            var group in items
                .Where(i => i.Choice == AccessChoice.Undecided && i.Id != withheld.Id)
                .GroupBy(i => (i.Table, i.Kind))
        )
            Assert.True((await DecideAsync(group.First().Id, "IN-OWN", null, true)).Ok);
        var finished = await FinishAsync(id);
        Assert.True(finished.Ok, finished.Reasons);

        Assert.Contains(
            "Somebody else",
            (await LookAsync(id, Role.TeamManager, true, Reviewer)).Reasons,
            StringComparison.Ordinal
        );
        Assert.False((await GiveAsync(id)).Ok);
        Assert.True((await LookAsync(id, Role.TeamManager, false, Guid.NewGuid())).Ok);
        var given = await GiveAsync(id);
        Assert.True(given.Ok, given.Reasons);

        await FileAsync(given.Value, personId, withheld.RowId);
        Assert.Equal(
            DeadlineStatus.Met,
            await shelf.ReadAsync(db =>
                db.Set<Deadline>().Where(d => d.SubjectId == id).Select(d => d.Status).SingleAsync()
            )
        );
        Assert.Contains(
            await shelf.ReadAsync(db =>
                db.Set<HistoryEntry>()
                    .Where(h => h.CaseId == caseId)
                    .Select(h => h.Kind)
                    .ToListAsync()
            ),
            k => k == "records.access-given"
        );
    }

    [Fact]
    public async Task Who_signs_in_asks_withdraws_asks_again_and_downloads_what_was_approved_R_DP_08()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        await visitor.SignInAsync("carer@foster.example");
        var page = await visitor.GetAsync("/account/your-data");
        Assert.Contains("What we store about you", page.Text);
        page = await page.Form().SubmitAsync("Ask for a copy");
        Assert.Contains("15 June 2026", page.Text);
        Assert.Contains("Why this date?", page.Text);
        Assert.DoesNotContain("R-DP-08", page.Text);
        Assert.False(page.Has("a[href$='/file']"));
        page = await (await page.FollowAsync("Withdraw the request"))
            .Form()
            .SubmitAsync("Withdraw the request");
        Assert.Contains("Your request is withdrawn", page.Notification);
        var first = await NewestAsync();
        Assert.Equal(
            DeadlineStatus.Cancelled,
            await shelf.ReadAsync(db =>
                db.Set<Deadline>()
                    .Where(d => d.SubjectId == first)
                    .Select(d => d.Status)
                    .SingleAsync()
            )
        );

        await page.Form().SubmitAsync("Ask for a copy");
        var id = await NewestAsync();
        Assert.NotEqual(first, id);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"/account/your-data/{id}/file")).Status
        );
        await DecideAllAsync(id);
        Assert.True((await FinishAsync(id)).Ok);
        var look = await LookAsync(id, Role.TeamManager, false, Guid.NewGuid());
        Assert.True(look.Ok, look.Reasons);

        // Approved, it waits in the account: the month is kept, and the owner is told.
        Assert.Equal(
            DeadlineStatus.Met,
            await shelf.ReadAsync(db =>
                db.Set<Deadline>().Where(d => d.SubjectId == id).Select(d => d.Status).SingleAsync()
            )
        );
        using var stranger = host.Visitor();
        await stranger.SignInAsync("carer2@foster.example");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/account/your-data/{id}/file")).Status
        );
        page = await (await visitor.GetAsync("/account/your-data")).FollowAsync(
            "Download the copy"
        );
        var file = await page.Form().SubmitAsync("Download the copy");
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        Assert.Equal(2, zip.Entries.Count);
        Assert.Equal(
            1,
            await shelf.ReadAsync(db =>
                db.Set<AccessEntry>()
                    .IgnoreQueryFilters()
                    .CountAsync(a =>
                        a.Act == AccessAct.Export
                        && a.Page == "/account/your-data/{accessId:guid}/file"
                    )
            )
        );

        Task<Guid> NewestAsync() =>
            shelf.ReadAsync(db =>
                db.Set<SubjectAccess>()
                    .Where(a => a.IsByOwner)
                    .OrderByDescending(a => a.Id)
                    .Select(a => a.Id)
                    .FirstAsync()
            );
    }

    [Fact]
    public async Task What_was_stored_meanwhile_is_gathered_before_the_review_ends()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await Village.CaseAsync(
            host,
            Shelf.Council,
            new(2026, 5, 1),
            ("Zed", "Demo-Copy")
        );
        var personId = await PersonAsync(caseId);
        var id = (await OpenAsync(caseId, personId, new(2026, 5, 15))).Value;
        await DecideAllAsync(id);
        await Village.ChangeAsync(
            host,
            Shelf.Council,
            (s, a) =>
                s.GetRequiredService<CaseHistory>()
                    .WriteAsync(a, caseId, new HistoryNote("test.noted", "Something new"), default)
        );

        Assert.Contains("Gather again", (await FinishAsync(id)).Reasons, StringComparison.Ordinal);
        Assert.True(
            (
                await AsReviewerAsync(
                    (s, a) => s.GetRequiredService<GatherAgain>().RunAsync(new(id), a, default)
                )
            ).Ok
        );
        await DecideAllAsync(id);
        Assert.True((await FinishAsync(id)).Ok);

        var back = await shelf.AsAsync(
            Role.TeamManager,
            false,
            (s, a) =>
                s.GetRequiredService<TakeSecondLook>()
                    .RunAsync(new(id, false, "The partner is named in it"), a, default)
        );
        Assert.True(back.Ok, back.Reasons);
        Assert.True(
            (
                await AsReviewerAsync(
                    (s, a) =>
                        s.GetRequiredService<ExtendSubjectAccess>()
                            .RunAsync(new(id, "Three hundred pages of notes"), a, default)
                )
            ).Ok
        );
        Assert.Equal(
            // Three months after 15 May 2026 is Saturday 15 August, so Monday.
            new DateOnly(2026, 8, 17),
            await shelf.ReadAsync(db =>
                db.Set<Deadline>()
                    .Where(d => d.SubjectId == id && d.Status == DeadlineStatus.Open)
                    .Select(d => d.DueOn)
                    .SingleAsync()
            )
        );
        // Whoever waits for a copy keeps the records from being erased.
        Assert.Contains(
            "R-DP-08",
            (
                await shelf.AsAsync(
                    Role.TeamManager,
                    true,
                    async (s, _) =>
                        await s.GetRequiredService<RetentionStops>().AgainstAsync(caseId, default)
                )
            ).Select(r => r.RuleId)
        );
    }

    [Fact]
    public async Task Only_a_records_officer_opens_decides_extends_and_finishes_whatever_the_role()
    {
        host.Clock.Set("2026-05-15 10:00");
        foreach (var role in RetentionMachine.Officers)
        foreach (var officer in new[] { false, true })
        {
            var caseId = await Village.CaseAsync(
                host,
                Shelf.Council,
                new(2026, 5, 1),
                ("Wyn", "Demo-Copy")
            );
            var personId = await PersonAsync(caseId);
            var opened = await shelf.AsAsync(
                role,
                officer,
                (s, a) =>
                {
                    s.GetRequiredService<CouncilScope>().EnterCouncil(a.CouncilId);
                    return s.GetRequiredService<OpenSubjectAccess>()
                        .RunAsync(new(caseId, personId, new(2026, 5, 15), "Passport"), a, default);
                }
            );

            Assert.True(officer == opened.Ok, $"{role} {officer}: {opened.Reasons}");
            var id = opened.Ok
                ? opened.Value
                : (await OpenAsync(caseId, personId, new(2026, 5, 15))).Value;
            var item = (await ItemsAsync(id))[0].Id;
            foreach (
                var act in new Func<IServiceProvider, Actor, Task<Result>>[]
                {
                    (s, a) =>
                        s.GetRequiredService<DecideAccessItem>()
                            .RunAsync(new(item, "IN-OWN", null, false), a, default),
                    (s, a) => s.GetRequiredService<GatherAgain>().RunAsync(new(id), a, default),
                    (s, a) =>
                        s.GetRequiredService<ExtendSubjectAccess>()
                            .RunAsync(new(id, "Three hundred pages of notes"), a, default),
                }
            )
            {
                var done = await shelf.AsAsync(
                    role,
                    officer,
                    (s, a) =>
                    {
                        s.GetRequiredService<CouncilScope>().EnterCouncil(a.CouncilId);
                        return act(s, a);
                    }
                );
                Assert.True(officer == done.Ok, $"{role} {officer}: {done.Reasons}");
            }
        }
    }

    [Fact]
    public void Each_state_allows_what_the_road_says()
    {
        foreach (var state in Enum.GetValues<AccessState>())
        foreach (var verb in Enum.GetValues<AccessVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var inTime = (state, verb) switch
            {
                (
                    AccessState.Review,
                    AccessVerb.Gather
                        or AccessVerb.Decide
                        or AccessVerb.Extend
                        or AccessVerb.FinishReview
                ) => true,
                (
                    AccessState.SecondLook,
                    AccessVerb.Extend
                        or AccessVerb.SendBack
                        or AccessVerb.Approve
                ) => true,
                (AccessState.Approved or AccessState.Given, AccessVerb.Give) => true,
                _ => false,
            };
            var byOwner = (state, verb) switch
            {
                (AccessState.Approved or AccessState.Given, AccessVerb.Fetch) => true,
                (
                    AccessState.Review
                        or AccessState.SecondLook
                        or AccessState.Approved,
                    AccessVerb.Withdraw
                ) => true,
                _ => false,
            };
            var isOwner = role is Role.ProspectiveCarer or Role.ApprovedCarer;
            Assert.True(
                (inTime && RetentionMachine.Officers.Contains(role) || byOwner && isOwner)
                    == (AccessMachine.Table.Against(state, verb, role).Count == 0),
                $"{state} {verb} {role}"
            );
        }
    }

    private async Task FileAsync(AccessBundle given, Guid personId, Guid withheldId)
    {
        using var zip = new ZipArchive(new MemoryStream(given.Content));
        // Beside the record lie the papers that they gave us.
        Assert.Equal(
            ["record.html", "record.json"],
            zip.Entries.Select(e => e.FullName)
                .Where(n => !n.StartsWith("files/", StringComparison.Ordinal))
                .Order()
        );
        var page = await TextAsync(zip.GetEntry("record.html")!);
        var json = await TextAsync(zip.GetEntry("record.json")!);
        var person = await shelf.ReadAsync(db =>
            db.Set<Person>().SingleAsync(p => p.Id == personId)
        );
        var referee = await shelf.ReadAsync(db =>
            db.Set<Referee>().SingleAsync(r => r.Id == withheldId)
        );
        foreach (var text in new[] { WebUtility.HtmlDecode(page), json })
        {
            Assert.Contains(person.FamilyName, text, StringComparison.Ordinal);
            Assert.DoesNotContain(referee.Name, text, StringComparison.Ordinal);
        }
        Assert.Contains("confidential reference", page, StringComparison.Ordinal);
        Assert.DoesNotContain("PasswordHash", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        await using var stream = await entry.OpenAsync();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A couple of the demonstration with an account and referees, and the two of them.</summary>
    private Task<(Guid CaseId, Guid PersonId, Guid PartnerId)> CoupleAsync() =>
        shelf.ReadAsync(async db =>
        {
            var found = await (
                from m in db.Set<Membership>()
                join o in db.Set<Membership>() on m.HouseholdId equals o.HouseholdId
                join c in db.Set<Case>() on m.HouseholdId equals c.HouseholdId
                where
                    m.IsApplicant
                    && o.IsApplicant
                    && m.PersonId != o.PersonId
                    && db.Set<AccountLink>().Any(l => l.PersonId == m.PersonId)
                    && db.Set<Referee>().Any(r => r.CaseId == c.Id)
                orderby c.Id, m.Position
                select new
                {
                    c.Id,
                    m.PersonId,
                    Partner = o.PersonId,
                }
            ).FirstAsync();
            return (found.Id, found.PersonId, found.Partner);
        });

    private Task<Guid> PersonAsync(Guid caseId) =>
        shelf.ReadAsync(db =>
            (
                from c in db.Set<Case>()
                join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
                where c.Id == caseId
                select m.PersonId
            ).FirstAsync()
        );

    private Task<List<SubjectAccessItem>> ItemsAsync(Guid id) =>
        shelf.ReadAsync(db =>
            db.Set<SubjectAccessItem>()
                .AsNoTracking()
                .Where(i => i.AccessId == id)
                .OrderBy(i => i.Table)
                .ThenBy(i => i.Id)
                .ToListAsync()
        );

    private async Task DecideAllAsync(Guid id)
    {
        foreach (var item in await ItemsAsync(id))
            if (item.Choice == AccessChoice.Undecided)
                Assert.True((await DecideAsync(item.Id, "IN-OWN", null, true)).Ok);
    }

    private Task<Result<Guid>> OpenAsync(Guid caseId, Guid personId, DateOnly on) =>
        AsReviewerAsync(
            (s, a) =>
                s.GetRequiredService<OpenSubjectAccess>()
                    .RunAsync(new(caseId, personId, on, "Came with a passport"), a, default)
        );

    private Task<Result> DecideAsync(Guid item, string code, string? reason, bool alike) =>
        AsReviewerAsync(
            (s, a) =>
                s.GetRequiredService<DecideAccessItem>()
                    .RunAsync(new(item, code, reason, alike), a, default)
        );

    private Task<Result> FinishAsync(Guid id) =>
        AsReviewerAsync(
            (s, a) => s.GetRequiredService<FinishAccessReview>().RunAsync(new(id), a, default)
        );

    private Task<Result> LookAsync(Guid id, Role role, bool officer, Guid account) =>
        shelf.AsAsync(
            role,
            officer,
            (s, a) =>
                s.GetRequiredService<TakeSecondLook>().RunAsync(new(id, true, null), a, default),
            account
        );

    private Task<Result<AccessBundle>> GiveAsync(Guid id) =>
        AsReviewerAsync(
            (s, a) => s.GetRequiredService<GiveSubjectAccess>().RunAsync(new(id), a, default)
        );

    private Task<T> AsReviewerAsync<T>(Func<IServiceProvider, Actor, Task<T>> act) =>
        shelf.AsAsync(Role.PanelAdviser, true, act, Reviewer);

    public sealed class OnSqlite(ShelfSqliteHost on)
        : SubjectAccessTests(on),
            IClassFixture<ShelfSqliteHost>;

    public sealed class OnPostgres(ShelfPostgresHost on)
        : SubjectAccessTests(on),
            IClassFixture<ShelfPostgresHost>;
}
