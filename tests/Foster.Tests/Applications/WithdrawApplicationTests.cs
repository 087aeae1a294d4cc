using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>T-APP-23: withdrawal by an applicant, or by the assessor for them, from every state that is not the end.</summary>
public abstract class WithdrawApplicationTests(FosterHost host)
{
    public static TheoryData<ApplicationState> States() => [.. Enum.GetValues<ApplicationState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task An_applicant_withdraws_from_every_open_state_and_from_no_other(
        ApplicationState state
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);
        await stage.ReadAsync(async db =>
        {
            var application = await db.Set<Application>().SingleAsync(a => a.CaseId == stage.Case);
            ApplicationMachineTests.Walk(application, state);
            return await db.SaveChangesAsync();
        });

        var result = await stage.AsAsync<WithdrawApplication, Result>(
            1,
            (op, actor) =>
                op.RunAsync(
                    new(stage.Case, "AW2", "It takes too long", host.Clock.Today),
                    actor,
                    default
                )
        );

        var open = ApplicationMachine.Open.Contains(state);
        Assert.Equal(open, result.Ok);
        var after = await stage.ApplicationAsync();
        Assert.Equal(open ? ApplicationState.Withdrawn : state, after.State);
        if (!open)
            return;
        Assert.Equal("AW2", after.ClosedReasonCode);
        Assert.Equal(host.Clock.Today, after.ClosedOn);
        Assert.False(
            await stage.ReadAsync(db =>
                db.Set<Deadline>()
                    .AnyAsync(d => d.CaseId == stage.Case && d.Status == DeadlineStatus.Open)
            )
        );
        Assert.NotNull(
            await stage.ReadAsync(db =>
                db.Set<Case>().Where(c => c.Id == stage.Case).Select(c => c.ClosedOn).SingleAsync()
            )
        );
        Assert.Equal(
            2,
            await stage.ReadAsync(db =>
                db.Set<OutboxMessage>()
                    .CountAsync(m => m.CaseId == stage.Case && m.Kind == "application.withdrawn")
            )
        );
    }

    [Fact]
    public async Task R_APP_08_a_letter_confirms_it_to_each_and_says_until_when_the_papers_are_kept()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync();
        Assert.True((await stage.SendAsync(0)).Ok);

        var done = await stage.AsAsync<WithdrawApplication, Result>(
            1,
            (op, actor) =>
                op.RunAsync(
                    new(stage.Case, "AW2", "It takes too long", host.Clock.Today),
                    actor,
                    default
                )
        );

        Assert.True(done.Ok, done.Reasons);
        var letters = await LettersAsync(stage);
        Assert.Equal(2, letters.Count);
        foreach (var letter in letters)
        {
            Assert.Equal(("application.withdrawal", "Foster"), (letter.Kind, letter.IssuedBy));
            Assert.Contains("withdrawn from 15 May 2026", letter.Body);
            Assert.Contains("you are welcome to", letter.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("takes too long", letter.Body);
        }
        var mails = await stage.ReadAsync(db =>
            db.Set<OutboxMessage>().Where(m => m.CaseId == stage.Case).ToListAsync()
        );
        Assert.Equal(2, mails.Count(m => m.Kind == "application.withdrawn"));
        Assert.DoesNotContain(mails, m => m.Kind == "letter.waits");
    }

    [Theory]
    [InlineData(true, "at least 3 years", "until 15 May 2029")]
    [InlineData(false, "had not sent the application yet", "until 15 May 2027")]
    public async Task R_REC_04_and_R_REC_06_what_was_sent_is_kept_longer_than_what_was_not(
        bool sent,
        string why,
        string until
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        if (sent)
            Assert.True((await stage.SendAsync(0)).Ok);
        await stage.AllocateAsync();

        var done = await ByStaffAsync(stage, Role.Assessor, host.Clock.Today);

        Assert.True(done.Ok, done.Reasons);
        var letter = Assert.Single(await LettersAsync(stage));
        Assert.Contains(why, letter.Body);
        Assert.Contains(until, letter.Body);
        Assert.NotEqual("Foster", letter.IssuedBy);
    }

    [Fact]
    public async Task R_APP_08_who_would_rather_not_say_why_need_not_and_reads_until_when_it_is_kept()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        using var robin = await stage.VisitorAsync(0);
        var page = await robin.GetAsync("/apply/withdraw");
        Assert.Contains("until 15 May 2027, and then we delete it", page.Text);

        var empty = await page.Form()
            .Choose("What is the main reason?", "Money")
            .Check("Yes, I want to withdraw the application")
            .SubmitAsync("Withdraw the application");
        Assert.Equal("statement", Assert.Single(empty.ErrorSummary).Field);
        await empty
            .Form()
            .Choose("What is the main reason?", "Another reason, or I would rather not say")
            .SubmitAsync("Withdraw the application");

        Assert.Equal(ApplicationState.Withdrawn, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task What_staff_read_of_the_letter_goes_out_or_nothing()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        Assert.True((await stage.SendAsync(0)).Ok);
        await stage.AllocateAsync();
        var input = new WithdrawApplicationInput(
            stage.Case,
            "AW0",
            "They are tired",
            host.Clock.Today
        );
        Task<T> DoAsync<T>(Func<WithdrawApplication, Actor, Task<T>> act) =>
            stage.AsStaffAsync(
                Role.Assessor,
                (services, actor) => act(services.GetRequiredService<WithdrawApplication>(), actor)
            );

        var draft = await DoAsync((op, actor) => op.DraftAsync(input, actor, default));
        var wrong = await DoAsync(
            (op, actor) => op.DraftAsync(input with { Statement = " " }, actor, default)
        );
        var unread = await DoAsync(
            (op, actor) => op.RunAsync(input with { LetterRead = "" }, actor, default)
        );
        var done = await DoAsync(
            (op, actor) => op.RunAsync(input with { LetterRead = draft.Value.Mark }, actor, default)
        );

        Assert.Equal("statement", Assert.Single(wrong.Refusals).Field);
        Assert.Contains("has changed since you read it", unread.Reasons);
        Assert.True(done.Ok, done.Reasons);
        Assert.Equal(draft.Value.Copies[0].Body, Assert.Single(await LettersAsync(stage)).Body);
    }

    [Fact]
    public async Task R_APP_08_the_assessor_who_holds_the_case_records_it_for_them()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync();
        await stage.AllocateAsync();

        var result = await ByStaffAsync(stage, Role.Assessor, new(2026, 5, 14));

        // The day before the application was opened cannot be the day of its end.
        Assert.Equal("on", Assert.Single(result.Refusals).Field);
        Assert.True((await ByStaffAsync(stage, Role.Assessor, new(2026, 5, 15))).Ok);
        var entry = await stage.ReadAsync(db =>
            db.Set<HistoryEntry>()
                .Include(h => h.Body)
                .SingleAsync(h => h.CaseId == stage.Case && h.Kind == "application.withdrawn")
        );
        Assert.Equal("Robin Demo-Apply and Alex Demo-Apply", Said.Of(host, entry).OnBehalfOf);
        Assert.DoesNotContain("tired", Said.Of(host, entry).PublicTitle);
    }

    [Fact]
    public async Task Nobody_else_can_and_everything_that_is_missing_is_said()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);

        Assert.False((await ByStaffAsync(stage, Role.PanelAdviser, host.Clock.Today)).Ok);
        // An assessor who does not hold the case does not see it.
        Assert.False((await ByStaffAsync(stage, Role.Assessor, host.Clock.Today)).Ok);
        var empty = await stage.AsAsync<WithdrawApplication, Result>(
            0,
            (op, actor) =>
                op.RunAsync(
                    new(stage.Case, "AW9", " ", host.Clock.Today.AddDays(1)),
                    actor,
                    default
                )
        );
        Assert.Equal(["reason", "statement", "on"], empty.Refusals.Select(r => r.Field));
    }

    [Theory]
    [InlineData(Role.RecruitmentOfficer)]
    [InlineData(Role.TeamManager)]
    public async Task T_APP_23_a_draft_that_nobody_assesses_is_ended_by_whoever_invited_them(
        Role by
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).InviteAsync(1);

        var ended = await ByStaffAsync(stage, by, host.Clock.Today);

        Assert.True(ended.Ok, ended.Reasons);
        Assert.Equal(ApplicationState.Withdrawn, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_VAL_04_a_withdrawal_longer_back_is_the_team_managers_and_not_before_the_application()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(1);
        host.Clock.Set("2026-05-18 10:00");
        Assert.True((await stage.SendAsync(0)).Ok);
        await stage.AllocateAsync();
        host.Clock.Set("2026-05-29 10:00");

        var late = await ByStaffAsync(stage, Role.Assessor, new(2026, 5, 18));
        var recent = await ByStaffAsync(stage, Role.TeamManager, new(2026, 5, 28));
        var before = await ByStaffAsync(stage, Role.TeamManager, new(2026, 5, 17));
        var officer = await ByStaffAsync(stage, Role.RecruitmentOfficer, new(2026, 5, 28));
        var done = await ByStaffAsync(stage, Role.TeamManager, new(2026, 5, 18));

        Assert.Contains("Ask the team manager", Assert.Single(late.Refusals).Reason);
        Assert.Contains("The assessor records this", Assert.Single(recent.Refusals).Reason);
        Assert.Contains("18 May 2026", Assert.Single(before.Refusals).Reason);
        Assert.Equal("T-APP-23", Assert.Single(officer.Refusals).RuleId);
        Assert.True(done.Ok, done.Reasons);
        var entry = await stage.ReadAsync(db =>
            db.Set<HistoryEntry>()
                .SingleAsync(h => h.CaseId == stage.Case && h.Kind == "application.withdrawn")
        );
        // Both dates are kept.
        Assert.Equal(new DateOnly(2026, 5, 18), entry.OccurredOn);
        Assert.Equal(new DateOnly(2026, 5, 29), London.DateOf(entry.RecordedAt));
    }

    [Fact]
    public void R_RPT_02_the_codes_are_those_of_the_return() =>
        Assert.Equal(
            ["AW0", "AW1", "AW2", "AW3", "AW4", "AW5"],
            WithdrawalReasons.All.Select(r => r.Code).Order()
        );

    private static Task<List<Letter>> LettersAsync(ApplicationStage stage) =>
        stage.ReadAsync(db => db.Set<Letter>().Where(l => l.CaseId == stage.Case).ToListAsync());

    private static Task<Result> ByStaffAsync(ApplicationStage stage, Role role, DateOnly on) =>
        stage.AsStaffAsync(
            role,
            (services, actor) =>
                services
                    .GetRequiredService<WithdrawApplication>()
                    .RunAsync(new(stage.Case, "AW0", "They are tired", on), actor, default)
        );

    public sealed class OnSqlite(SqliteHost host)
        : WithdrawApplicationTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : WithdrawApplicationTests(host),
            IClassFixture<PostgresHost>;
}
