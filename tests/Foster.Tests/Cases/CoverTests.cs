using System.Net;
using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Cases;

/// <summary>A worker away hands cases to another for a time, and back. The clock stands on Friday 15 May 2026.</summary>
public abstract class CoverTests(FosterHost host)
{
    private static readonly DateOnly Today = new(2026, 5, 15);
    private static readonly DateOnly Until = new(2026, 5, 22);

    [Fact]
    public async Task Cases_go_over_on_the_first_day_and_back_on_the_day_after_the_last()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var mine = await GivenAsync(desk, DeskStage.Officer);
        var colleagues = await GivenAsync(desk, DeskStage.Deputy);
        var cover = await PlannedAsync(desk, DeskStage.Intake);
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, mine));

        await TurnAsync(desk, cover, Today);
        Assert.Equal(DeskStage.Intake, await HolderAsync(desk, mine));
        Assert.Equal(DeskStage.Deputy, await HolderAsync(desk, colleagues));
        // Whoever enquires reads who looks after them until when, and never why.
        Assert.Contains(
            $"{DeskStage.Intake} looks after you while {DeskStage.Officer} is away, until 22 May 2026",
            await WordsAsync(desk, mine)
        );
        var late = await GivenAsync(desk, DeskStage.Officer);
        await TurnAsync(desk, cover, Until);
        Assert.Equal(DeskStage.Intake, await HolderAsync(desk, late));

        await TurnAsync(desk, cover, Until.AddDays(1));
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, mine));
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, late));
        Assert.Equal(CoverState.Over, await StateAsync(desk, cover));
        // Once over, it moves nothing more.
        await TurnAsync(desk, cover, Until.AddDays(2));
        Assert.Equal(2, (await HeldFromAsync(desk, mine)).Count(n => n == DeskStage.Officer));
    }

    [Fact]
    public async Task What_somebody_else_was_given_meanwhile_stays_with_them()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await GivenAsync(desk, DeskStage.Officer);
        var cover = await PlannedAsync(desk, DeskStage.Intake);
        await TurnAsync(desk, cover, Today);
        await GiveAsync(desk, id, DeskStage.Deputy);
        await TurnAsync(desk, cover, Until.AddDays(1));

        Assert.Equal(DeskStage.Deputy, await HolderAsync(desk, id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_case_that_is_closed_meanwhile_goes_back_too_for_it_may_be_opened_again(
        bool restricted
    )
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(
            desk.Input() with
            {
                Connected = restricted,
                ConnectionWithWhom = restricted ? "A councillor, Ms Demo-Ward" : null,
            }
        );
        await GiveAsync(desk, made.CaseId, DeskStage.Intake, by: DeskStage.Intake);
        var cover = await PlannedAsync(desk, DeskStage.Officer, away: DeskStage.Intake);
        await TurnAsync(desk, cover, Today);
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, made.CaseId));
        var closed = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(made.CaseId, "other", null), actor, default)
        );
        Assert.True(closed.Ok, closed.Reasons);

        await TurnAsync(desk, cover, Until.AddDays(1));

        Assert.Equal(DeskStage.Intake, await HolderAsync(desk, made.CaseId));
        Assert.False(await NamedAsync(desk, made.CaseId, DeskStage.Officer));
        Assert.Equal(restricted, await NamedAsync(desk, made.CaseId, DeskStage.Intake));
        var again = await desk.AsAsync(
            DeskStage.Intake,
            (s, actor) =>
                s.GetRequiredService<ReopenEnquiry>()
                    .RunAsync(
                        new(made.CaseId, "They rang and want to go on with it."),
                        actor,
                        default
                    )
        );
        Assert.True(again.Ok, again.Reasons);
        Assert.Equal(DeskStage.Intake, await HolderAsync(desk, made.CaseId));
    }

    [Fact]
    public async Task It_ends_early_and_a_planned_one_is_cancelled()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await GivenAsync(desk, DeskStage.Officer);
        var running = await PlannedAsync(desk, DeskStage.Intake);
        await TurnAsync(desk, running, Today);
        Assert.False((await EndAsync(desk, running, DeskStage.Intake)).Ok);
        Assert.True((await EndAsync(desk, running, DeskStage.Officer)).Ok);
        Assert.False((await EndAsync(desk, running, DeskStage.Officer)).Ok);
        await TurnAsync(desk, running, Today);
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, id));

        var planned = await PlannedAsync(
            desk,
            DeskStage.Intake,
            Today.AddDays(30),
            Until.AddDays(30)
        );
        Assert.True((await EndAsync(desk, planned, DeskStage.Manager)).Ok);
        await TurnAsync(desk, planned, Today.AddDays(30));
        Assert.Equal(CoverState.Cancelled, await StateAsync(desk, planned));
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, id));
    }

    [Fact]
    public async Task R_SOD_08_a_restricted_case_stays_with_whoever_is_away_where_the_colleague_is_connected()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(
            desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = $"My cousin is {DeskStage.Officer}",
            }
        );
        await GiveAsync(desk, made.CaseId, DeskStage.Intake, by: DeskStage.Intake);
        var free = await desk.EnquireAsync(
            desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor, Ms Demo-Ward",
            }
        );
        await GiveAsync(desk, free.CaseId, DeskStage.Intake, by: DeskStage.Intake);
        var cover = await PlannedAsync(desk, DeskStage.Officer, away: DeskStage.Intake);

        await TurnAsync(desk, cover, Today);
        Assert.Equal(DeskStage.Intake, await HolderAsync(desk, made.CaseId));
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, free.CaseId));
        Assert.True(await NamedAsync(desk, free.CaseId, DeskStage.Officer));

        await TurnAsync(desk, cover, Until.AddDays(1));
        Assert.Equal(DeskStage.Intake, await HolderAsync(desk, free.CaseId));
        Assert.False(await NamedAsync(desk, free.CaseId, DeskStage.Officer));
    }

    [Fact]
    public async Task A_case_that_cannot_go_back_stays_open_to_whoever_covers_and_the_manager_is_told()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var plain = await GivenAsync(desk, DeskStage.Intake);
        var closed = await desk.EnquireAsync(
            desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor, Ms Demo-Ward",
            }
        );
        await GiveAsync(desk, closed.CaseId, DeskStage.Intake, by: DeskStage.Intake);
        var cover = await PlannedAsync(desk, DeskStage.Officer, away: DeskStage.Intake);
        await TurnAsync(desk, cover, Today);
        var away = desk.IdOf(DeskStage.Intake);
        await desk.ReadAsync(db =>
            db.Set<Account>()
                .Where(a => a.Id == away)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.IsDisabled, true))
        );

        await TurnAsync(desk, cover, Until.AddDays(1));

        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, plain));
        Assert.Equal(DeskStage.Officer, await HolderAsync(desk, closed.CaseId));
        Assert.True(await NamedAsync(desk, closed.CaseId, DeskStage.Officer));
        var rows = await desk.ReadAsync(db =>
            db.Set<CoveredCase>().Where(c => c.CoverId == cover).ToListAsync()
        );
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.True(r.BackOn is null && r.Stayed is not null));
        var seen = Assert.Single(await StayedAsync());
        Assert.Equal(
            (plain, DeskStage.Intake, DeskStage.Officer),
            (seen.CaseId, seen.Away, seen.Cover)
        );
        // Given to somebody, it waits for nobody any more.
        await GiveAsync(desk, plain, DeskStage.Deputy);
        Assert.Empty(await StayedAsync());
        await GiveAsync(desk, closed.CaseId, DeskStage.Deputy, by: DeskStage.Deputy);
        Assert.False(await NamedAsync(desk, closed.CaseId, DeskStage.Officer));

        Task<IReadOnlyList<StayedCase>> StayedAsync() =>
            desk.AsAsync(
                DeskStage.Manager,
                (s, actor) => s.GetRequiredService<CoverReads>().StayedAsync(actor, default)
            );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task R_SOD_08_whoever_was_named_for_panel_only_hears_it_there_only_after_the_cover(
        bool heard
    )
    {
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync(
            desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor, Ms Demo-Ward",
            }
        );
        await GiveAsync(desk, made.CaseId, DeskStage.Intake, by: DeskStage.Intake);
        await NamingAsync(
            desk,
            async (naming, found, actor) =>
                await naming.AddAsync(
                    found,
                    desk.IdOf(DeskStage.Officer),
                    actor,
                    default,
                    atPanel: true
                )
        );
        var cover = await PlannedAsync(desk, DeskStage.Officer, away: DeskStage.Intake);

        await TurnAsync(desk, cover, Today);
        Assert.Equal([false], await AtPanelAsync());
        if (heard)
            await NamingAsync(desk, (naming, found, _) => naming.EndPanelAsync(found.Id, default));
        await TurnAsync(desk, cover, Until.AddDays(1));

        Assert.Equal(heard ? [] : [true], await AtPanelAsync());

        Task<List<bool>> AtPanelAsync()
        {
            var id = desk.IdOf(DeskStage.Officer);
            return desk.ReadAsync(db =>
                db.Set<NamedPerson>()
                    .Where(n => n.CaseId == made.CaseId && n.AccountId == id)
                    .Select(n => n.AtPanel)
                    .ToListAsync()
            );
        }

        Task NamingAsync(DeskStage at, Func<Naming, Case, Actor, Task> act) =>
            host.InScopeAsync(async services =>
            {
                var actor = services.GetRequiredService<ActorSource>().System(at.Council.Id);
                var db = services.GetRequiredService<FosterDb>();
                await act(
                    services.GetRequiredService<Naming>(),
                    await db.Set<Case>().SingleAsync(c => c.Id == made.CaseId),
                    actor
                );
                await db.SaveChangesAsync();
            });
    }

    [Fact]
    public async Task Everything_against_a_plan_is_said_at_once()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var all = await PlanAsync(
            desk,
            DeskStage.Deputy,
            new(
                desk.IdOf(DeskStage.Officer),
                desk.IdOf(DeskStage.Assessor),
                Role.RecruitmentOfficer,
                Today.AddDays(-1),
                Today.AddDays(-2)
            )
        );
        Assert.Equal([null, "cover", "from", "until"], all.Refusals.Select(r => r.Field));
        await PlannedAsync(desk, DeskStage.Intake);
        foreach (
            var (away, cover, field) in new[]
            {
                (DeskStage.Officer, DeskStage.Deputy, "from"),
                (DeskStage.Deputy, DeskStage.Officer, "cover"),
                (DeskStage.Intake, DeskStage.Deputy, "away"),
            }
        )
        {
            var refused = await PlanAsync(
                desk,
                DeskStage.Manager,
                new(
                    desk.IdOf(away),
                    desk.IdOf(cover),
                    Role.RecruitmentOfficer,
                    Until,
                    Until.AddDays(3)
                )
            );
            Assert.Equal(field, Assert.Single(refused.Refusals).Field);
        }
    }

    [Fact]
    public async Task The_pages_plan_a_cover_and_keep_it_from_others()
    {
        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        var page = await manager.GetAsync(CaseLinks.NewCover);
        var empty = await page.Form("main form").SubmitAsync();
        Assert.Contains("Select who is away", empty.Text, StringComparison.Ordinal);
        page = await manager.GetAsync(CaseLinks.Covers);
        Assert.Contains("Nobody is covered now", page.Text, StringComparison.Ordinal);
        page = await manager.GetAsync(CaseLinks.Covers + "?show=past&after=nonsense");
        Assert.Contains("No cover is over yet", page.Text, StringComparison.Ordinal);
        foreach (var id in (string[])["nonsense", Guid.NewGuid().ToString()])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await manager.GetAsync($"{CaseLinks.Covers}/{id}/end")).Status
            );
    }

    private async Task<Guid> GivenAsync(DeskStage desk, string name)
    {
        var sent = await desk.EnquireAsync(desk.Input());
        await GiveAsync(desk, sent.CaseId, name);
        return sent.CaseId;
    }

    private static async Task GiveAsync(
        DeskStage desk,
        Guid caseId,
        string name,
        string by = DeskStage.Manager
    )
    {
        var given = await desk.AsAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<NameOfficer>()
                    .RunAsync(new(caseId, desk.IdOf(name)), actor, default)
        );
        Assert.True(given.Ok, given.Reasons);
    }

    private static Task<Result> PlanAsync(DeskStage desk, string by, PlanCoverInput input) =>
        desk.AsAsync(
            by,
            (s, actor) => s.GetRequiredService<PlanCover>().RunAsync(input, actor, default)
        );

    private static async Task<Guid> PlannedAsync(
        DeskStage desk,
        string cover,
        DateOnly? from = null,
        DateOnly? until = null,
        string away = DeskStage.Officer
    )
    {
        var planned = await PlanAsync(
            desk,
            away,
            new(
                desk.IdOf(away),
                desk.IdOf(cover),
                Role.RecruitmentOfficer,
                from ?? Today,
                until ?? Until
            )
        );
        Assert.True(planned.Ok, planned.Reasons);
        return await desk.ReadAsync(db =>
            db.Set<Cover>()
                .Where(c => c.CouncilId == desk.Council.Id)
                .OrderByDescending(c => c.Id)
                .Select(c => c.Id)
                .FirstAsync()
        );
    }

    private Task TurnAsync(DeskStage desk, Guid cover, DateOnly on)
    {
        TravelTime.MoveTo(London.ToUtc(on, new TimeOnly(6, 10)));
        return host.InScopeAsync(async services =>
        {
            var actor = services.GetRequiredService<ActorSource>().System(desk.Council.Id);
            var turned = await services
                .GetRequiredService<TurnCover>()
                .RunAsync(new(cover), actor, default);
            Assert.True(turned.Ok, turned.Reasons);
        });
    }

    private static Task<Result> EndAsync(DeskStage desk, Guid cover, string by) =>
        desk.AsAsync(
            by,
            (s, actor) => s.GetRequiredService<EndCover>().RunAsync(new(cover), actor, default)
        );

    private static Task<CoverState> StateAsync(DeskStage desk, Guid cover) =>
        desk.ReadAsync(db =>
            db.Set<Cover>().Where(c => c.Id == cover).Select(c => c.State).SingleAsync()
        );

    private static async Task<string?> HolderAsync(DeskStage desk, Guid caseId) =>
        (
            await desk.ReadAsync(db =>
                (
                    from a in db.Set<Allocation>()
                    join u in db.Users on a.AccountId equals u.Id
                    where a.CaseId == caseId && a.To == null
                    select u.DisplayName
                ).ToListAsync()
            )
        ).Single();

    private static Task<List<string>> HeldFromAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db =>
            (
                from a in db.Set<Allocation>()
                join u in db.Users on a.AccountId equals u.Id
                where a.CaseId == caseId
                select u.DisplayName
            ).ToListAsync()
        );

    private static Task<bool> NamedAsync(DeskStage desk, Guid caseId, string name)
    {
        var id = desk.IdOf(name);
        return desk.ReadAsync(db =>
            db.Set<NamedPerson>().AnyAsync(n => n.CaseId == caseId && n.AccountId == id)
        );
    }

    private async Task<string> WordsAsync(DeskStage desk, Guid caseId)
    {
        var entries = await desk.HistoryAsync(caseId);
        return await host.InScopeAsync(services =>
        {
            var words = services.GetRequiredService<HistoryWords>();
            return Task.FromResult(
                string.Join(
                    "\n",
                    entries
                        .Where(h => h.Audience == Audience.Applicant)
                        .Select(h => words.Open(h.Id, h.Body!.Content).PublicTitle)
                )
            );
        });
    }

    public sealed class OnSqlite(SqliteDemoHost on) : CoverTests(on), IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : CoverTests(on),
            IClassFixture<PostgresDemoHost>;
}
