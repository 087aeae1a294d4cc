using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Reminders;

/// <summary>
/// §9: idempotent per rule, record, due date and step; one message for each recipient; what is done, moved or nobody's
/// drops out or shows. On Tuesday 2 June 2026 clocks of 10 working days start that are due on Tuesday 16 June.
/// </summary>
public abstract class ReminderTests(FosterHost host)
{
    private static readonly DeadlineLine Decision = DeadlineRules.Stage1Decision;
    private readonly ReminderStage stage = new(host);

    private async Task<Guid> BeginAsync(params Capability[] without)
    {
        host.Clock.Set("2026-06-02 09:00");
        await stage.SetAsync(without);
        return await stage.CaseAsync();
    }

    [Fact]
    public async Task A_second_run_and_two_runs_at_once_tell_nobody_twice()
    {
        var caseId = await BeginAsync();
        await stage.ClockAsync(caseId, Decision, "2026-06-02", Role.TeamManager);
        host.Clock.Set("2026-06-09 07:30");

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    try
                    {
                        await stage.PlanAsync("2026-06-09 07:30");
                    }
                    catch (DbUpdateException)
                    {
                        // The ledger let only one of them write it down.
                    }
                    await stage.PostAsync();
                })
        );
        Assert.Equal(0, await stage.PlanAsync("2026-06-09 07:45"));
        Assert.Equal(0, await stage.PostAsync());

        var told = Assert.Single(await stage.LedgerAsync());
        Assert.Equal(("REM-05", "day5wd", "Assessor"), (told.RuleId, told.Step, told.As));
        Assert.Equal(ReminderState.Posted, told.State);
        await host.Mail.WaitForAsync(stage.AddressOf("Assessor"));
        Assert.Single(host.Mail.To(stage.AddressOf("Assessor")));
    }

    [Fact]
    public async Task A_message_names_thirty_things_and_counts_the_rest()
    {
        await BeginAsync();
        for (var n = 0; n < 32; n++)
            await stage.ClockAsync(
                await stage.CaseAsync($"Zebedee{n}", withApplicant: false),
                Decision,
                "2026-06-02",
                Role.TeamManager
            );

        await stage.PlanAsync("2026-06-09 07:30");
        await stage.PostAsync();

        var mail = Assert.Single(await host.Mail.WaitForAsync(stage.AddressOf("Assessor")));
        Assert.Equal("Reminder: 32 things are due", mail.Subject);
        Assert.Equal(30, mail.Text.Split("Stage 1 decision (").Length - 1);
        Assert.Contains("And 2 more. All of them are here:", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_tells_all_that_is_due_and_nothing_of_anybody()
    {
        var caseId = await BeginAsync();
        var other = await stage.CaseAsync("Zebedee", withApplicant: false);
        await stage.ClockAsync(caseId, Decision, "2026-06-02", Role.TeamManager);
        await stage.ClockAsync(other, Decision, "2026-06-02", Role.TeamManager);

        await stage.PlanAsync("2026-06-09 07:30");
        await stage.PostAsync();

        var mail = Assert.Single(await host.Mail.WaitForAsync(stage.AddressOf("Assessor")));
        Assert.Equal("Reminder: 2 things are due", mail.Subject);
        Assert.Equal(2, mail.Text.Split("Stage 1 decision (").Length - 1);
        Assert.Contains("is due on 16 June 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("You are told as: Assessor (REM-05)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("0151 496 0100", mail.Text, StringComparison.Ordinal);
        Assert.Contains(mail.Links, l => l.AbsolutePath == $"/staff/cases/{caseId}");
        Assert.Contains(mail.Links, l => l.AbsolutePath == "/account/reminders");
        Assert.DoesNotContain("Zebedee", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alder", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_in_time_is_not_reminded_of()
    {
        var caseId = await BeginAsync();
        await stage.ClockAsync(caseId, Decision, "2026-06-02", Role.TeamManager);
        host.Clock.Set("2026-06-08 15:00");
        await stage.MeetAsync(caseId, Decision);

        foreach (var day in new[] { "06-09", "06-12", "06-16", "06-17" })
            Assert.Equal(0, await stage.PlanAsync($"2026-{day} 07:30"));
    }

    [Fact]
    public async Task What_was_done_before_the_message_went_out_drops_out_and_an_empty_one_is_not_sent()
    {
        var caseId = await BeginAsync();
        var other = await stage.CaseAsync("Zebedee", withApplicant: false);
        await stage.ClockAsync(caseId, Decision, "2026-06-02", Role.TeamManager);
        await stage.ClockAsync(other, DeadlineRules.OralOutcome, "2026-06-08", Role.Assessor);
        await stage.ClockAsync(caseId, DeadlineRules.PanelMinutes, "2026-06-04", Role.PanelAdviser);
        await host.Mail.GoAwayAsync();

        await stage.PlanAsync("2026-06-09 07:30");
        await stage.PostAsync();
        await stage.MeetAsync(caseId, Decision);
        await stage.MeetAsync(caseId, DeadlineRules.PanelMinutes);
        host.Mail.ComeBack();
        host.Clock.Set("2026-06-09 08:30");
        // What was being tried while the clock jumped rests from the new hour on.
        await Until.HoldsAsync(async () =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(20));
            return (await MessagesAsync()).TrueForAll(m =>
                m.State is OutboxState.Sent or OutboxState.NotNeeded
            );
        });

        var mail = Assert.Single(await host.Mail.WaitForAsync(stage.AddressOf("Assessor")));
        Assert.StartsWith(
            "Reminder: Outcome told to the applicants (",
            mail.Subject,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Stage 1 decision", mail.Text, StringComparison.Ordinal);
        await Until.HoldsAsync(async () =>
            (await MessagesAsync()).Count(m => m.State == OutboxState.NotNeeded) == 2
        );
        var states = (await stage.LedgerAsync()).ToLookup(r => r.RuleId, r => r.State);
        Assert.All(states["REM-05"], s => Assert.Equal(ReminderState.Moot, s));
        Assert.All(states["REM-11"], s => Assert.Equal(ReminderState.Moot, s));
        Assert.All(states["REM-13"], s => Assert.Equal(ReminderState.Posted, s));
        Assert.Empty(host.Mail.To(stage.AddressOf("PanelAdviser")));
    }

    [Fact]
    public async Task A_clock_that_moves_ends_its_reminders_and_begins_them_anew()
    {
        var caseId = await BeginAsync();
        var clock = await stage.ClockAsync(
            caseId,
            DeadlineRules.PanelMinutes,
            "2026-06-02",
            Role.PanelAdviser
        );
        await stage.PlanAsync("2026-06-05 07:30");
        Assert.Equal(2, (await stage.LedgerAsync()).Count);

        await stage.ChangeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Deadline>()
                .Single(d => d.Id == clock.Id)
                .Recompute(
                    new WorkingCalendar(
                        "a proclaimed holiday",
                        s.GetRequiredService<FosterDb>()
                            .Set<BankHoliday>()
                            .AsEnumerable()
                            .Append(
                                new BankHoliday
                                {
                                    Date = new(2026, 6, 8),
                                    Name = "Day of the demonstration",
                                    CalendarVersion = "2",
                                }
                            )
                    )
                )
        );
        await stage.PostAsync();
        await stage.PlanAsync("2026-06-08 07:30");

        var ledger = await stage.LedgerAsync();
        Assert.Equal(2, ledger.Count(r => r.DueOn == new DateOnly(2026, 6, 9)));
        Assert.Equal(2, ledger.Count(r => r.DueOn == new DateOnly(2026, 6, 10)));
        await Until.HoldsAsync(async () =>
            (await stage.LedgerAsync())
                .Where(r => r.DueOn == new DateOnly(2026, 6, 9))
                .All(r => r.State == ReminderState.Moot)
        );
    }

    [Fact]
    public async Task After_days_without_a_run_only_the_latest_step_speaks_to_each()
    {
        var caseId = await BeginAsync();
        await stage.ClockAsync(
            caseId,
            DeadlineRules.DecisionMakerDecision,
            "2026-06-02",
            Role.DecisionMaker
        );

        await stage.PlanAsync("2026-06-11 07:30");

        var ledger = await stage.LedgerAsync();
        Assert.Equal(
            [
                ("-4wd", ReminderState.Superseded),
                ("-2wd", ReminderState.Superseded),
                ("-1wd", ReminderState.Planned),
            ],
            ledger.OrderBy(r => r.StepOn).Select(r => (r.Step, r.State))
        );
    }

    [Fact]
    public async Task A_duty_that_nobody_holds_is_shown_and_not_dropped()
    {
        var caseId = await BeginAsync(without: Capability.ServiceManager);
        await stage.ClockAsync(
            caseId,
            DeadlineRules.DecisionMakerDecision,
            "2026-06-02",
            Role.DecisionMaker
        );

        await stage.PlanAsync("2026-06-11 17:00", ReminderSweep.Timed);

        var missed = Assert.Single(await stage.LedgerAsync());
        Assert.Equal((ReminderState.Nobody, "ServiceManager"), (missed.State, missed.As));
    }

    [Fact]
    public async Task Two_duties_that_nobody_holds_show_with_the_step_that_others_are_told_of()
    {
        var caseId = await BeginAsync(
            without: [Capability.ServiceManager, Capability.HeadOfService]
        );
        await stage.ClockAsync(
            caseId,
            DeadlineRules.SupervisorNamed,
            "2026-06-02",
            Role.TeamManager
        );

        await stage.PlanAsync("2026-06-12 07:30");

        Assert.Equal(
            [("ServiceManager", ReminderState.Nobody), ("TeamManager", ReminderState.Planned)],
            (await stage.LedgerAsync())
                .Where(r => r.Step == "+3wd")
                .OrderBy(r => r.As)
                .Select(r => (r.As, r.State))
        );
        Assert.Equal(
            "Service manager and Head of service",
            ReminderWords.As("ServiceManager,HeadOfService")
        );
    }

    [Fact]
    public async Task Those_who_are_not_named_hear_nothing_of_a_restricted_case()
    {
        var caseId = await BeginAsync();
        await stage.ClockAsync(caseId, Decision, "2026-06-02", Role.TeamManager);
        await stage.ChangeAsync(s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            db.Set<Case>().Single(c => c.Id == caseId).Restrict(["Somebody"]);
            db.Add(
                new NamedPerson
                {
                    CouncilId = stage.CouncilId,
                    CaseId = caseId,
                    AccountId = stage.Person("TeamManager"),
                    NamedAt = host.Clock.GetUtcNow().UtcDateTime,
                    NamedBy = "Foster",
                }
            );
        });

        await stage.PlanAsync("2026-06-12 07:30");

        Assert.Equal(
            [("Assessor", ReminderState.Nobody), ("TeamManager", ReminderState.Planned)],
            (await stage.LedgerAsync()).OrderBy(r => r.StepOn).Select(r => (r.As, r.State))
        );
    }

    [Fact]
    public async Task What_is_optional_waits_for_the_morning_and_can_be_declined()
    {
        var caseId = await BeginAsync();
        // Our own policy: 5 working days from Tuesday, told 2 working days before.
        await stage.ClockAsync(
            caseId,
            DeadlineRules.SupervisorNamed,
            "2026-06-02",
            Role.TeamManager
        );
        await stage.PlanAsync("2026-06-05 07:30");
        host.Clock.Set("2026-06-05 21:30");
        await stage.PostAsync();
        Assert.Equal(
            London.ToUtc(new(2026, 6, 6), new(8, 0)),
            Assert.Single(await MessagesAsync()).DueAt
        );

        await stage.ChangeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Add(
                    new DeclinedReminder
                    {
                        AccountId = stage.Person("TeamManager"),
                        RuleId = "REM-18",
                        DeclinedAt = host.Clock.GetUtcNow().UtcDateTime,
                    }
                )
        );
        await stage.PlanAsync("2026-06-12 07:30");

        var late = (await stage.LedgerAsync()).Where(r => r.Step == "+3wd").ToList();
        Assert.Equal(
            [("ServiceManager", ReminderState.Planned), ("TeamManager", ReminderState.Declined)],
            late.OrderBy(r => r.As).Select(r => (r.As, r.State))
        );
    }

    [Fact]
    public async Task An_invitation_that_nobody_took_up_and_a_disabled_account_are_told_nothing()
    {
        var caseId = await BeginAsync();
        await stage.ClockAsync(caseId, Decision, "2026-06-02", Role.TeamManager);
        await stage.ChangeAsync(s =>
        {
            var users = s.GetRequiredService<FosterDb>().Users;
            users.Single(a => a.Id == stage.Person("HeadOfService")).PasswordHash = null;
            users.Single(a => a.Id == stage.Person("Assessor")).IsDisabled = true;
        });

        await stage.PlanAsync("2026-06-09 07:30");
        await stage.PlanAsync("2026-06-17 07:30");

        Assert.Equal(
            ["+1wd HeadOfService"],
            (await stage.LedgerAsync())
                .Where(r => r.State == ReminderState.Nobody)
                .Select(r => $"{r.Step} {r.As}")
        );
        Assert.Equal(
            ["day5wd TeamManager", "due TeamManager", "+1wd DecisionMaker"],
            (await stage.LedgerAsync())
                .Where(r => r.State == ReminderState.Planned)
                .OrderBy(r => r.StepOn)
                .Select(r =>
                    $"{r.Step} {(r.RecipientId == stage.Person("TeamManager") ? "TeamManager" : r.As)}"
                )
        );
    }

    private Task<List<OutboxMessage>> MessagesAsync() =>
        stage.DoAsync(
            (s, _) =>
                s.GetRequiredService<FosterDb>()
                    .Set<OutboxMessage>()
                    .Where(m => m.Kind == "reminder.due")
                    .AsNoTracking()
                    .ToListAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : ReminderTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : ReminderTests(host),
            IClassFixture<PostgresDemoHost>;
}
