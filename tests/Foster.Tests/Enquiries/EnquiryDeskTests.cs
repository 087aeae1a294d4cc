using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

public abstract class EnquiryDeskTests(FosterHost host)
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => host.Clock.Today;

    [Theory]
    [InlineData("2026-05-22 18:05", "2026-05-26")]
    [InlineData("2026-12-24 11:00", "2026-12-29")]
    public async Task R_ENQ_02_promises_a_call_by_the_working_day_calendar(string at, string due)
    {
        host.Clock.Set(at);
        var desk = await new DeskStage(host).OpenAsync();

        var made = await desk.EnquireAsync();

        var day = DateOnly.Parse(due);
        var deadline = await desk.DeadlineAsync(made.CaseId, DeadlineRules.FirstContact);
        Assert.Equal(day, made.ContactDueOn);
        Assert.Equal(day, deadline.DueOn);
        Assert.Equal("R-ENQ-02", deadline.RuleId);
        Assert.Equal("RecruitmentOfficer", deadline.HolderRole);
        Assert.Contains(
            "Working day",
            deadline.ExplanationText,
            StringComparison.OrdinalIgnoreCase
        );
        var mail = await desk.ReadAsync(db =>
            db.Set<OutboxMessage>().SingleAsync(m => m.CaseId == made.CaseId)
        );
        Assert.Equal("enquiry.acknowledged", mail.Kind);
        Assert.Contains(made.Reference, mail.Subject);
    }

    [Fact]
    public async Task X_03_R_ENQ_05_the_visit_is_due_five_working_days_after_the_interest()
    {
        host.Clock.Set("2026-04-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await desk.WalkToAsync(made.CaseId, EnquiryState.InfoSent, Now, Today);

        Assert.True((await desk.InterestAsync(made.CaseId)).Ok);

        var deadline = await desk.DeadlineAsync(made.CaseId, DeadlineRules.InitialVisit);
        Assert.Equal(new DateOnly(2026, 4, 13), deadline.DueOn);
        Assert.Equal(deadline.DueOn, (await desk.EnquiryAsync(made.CaseId)).VisitDueOn);
    }

    [Fact]
    public async Task The_whole_way_to_the_invitation_keeps_every_clock_and_tells_the_enquirer()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await desk.WalkToAsync(made.CaseId, EnquiryState.VisitCompleted, Now, Today);
        var outcome = await desk.DeadlineAsync(made.CaseId, DeadlineRules.VisitOutcome);
        Assert.Equal(new DateOnly(2026, 5, 22), outcome.DueOn); // R-ENQ-07

        Assert.True((await desk.DecideAsync(made.CaseId, true)).Ok);

        var enquiry = await desk.EnquiryAsync(made.CaseId);
        Assert.Equal(EnquiryState.InvitedToApply, enquiry.State);
        Assert.Equal(DeskStage.Manager, enquiry.OutcomeBy);
        var own = await desk.ReadAsync(db =>
            db.Set<Deadline>().Where(d => d.SubjectId == enquiry.Id).ToListAsync()
        );
        Assert.All(own, d => Assert.Equal(DeadlineStatus.Met, d.Status));
        Assert.Equal(
            ["R-ENQ-02", "R-ENQ-04", "R-ENQ-05", "R-ENQ-07"],
            own.Select(d => d.RuleId).Order()
        );
        var history = await desk.HistoryAsync(made.CaseId);
        foreach (
            var rule in new[]
            {
                "T-ENQ-01",
                "T-ENQ-02",
                "T-ENQ-03",
                "T-ENQ-04",
                "T-ENQ-05",
                "T-ENQ-06",
            }
        )
            Assert.Contains(
                history,
                h => h.RuleIds.Contains(rule, StringComparison.Ordinal) && h.IsTold
            );
        Assert.DoesNotContain(
            history,
            h => Said.Of(host, h).PublicTitle?.Contains("warm home") == true
        );
    }

    [Fact]
    public async Task An_attempt_does_not_meet_first_contact_R_ENQ_02()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();

        Assert.True((await desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);

        Assert.Equal(EnquiryState.Received, (await desk.EnquiryAsync(made.CaseId)).State);
        var deadline = await desk.DeadlineAsync(made.CaseId, DeadlineRules.FirstContact);
        Assert.Equal(DeadlineStatus.Open, deadline.Status);
    }

    [Fact]
    public async Task R_ENQ_15_three_attempts_on_different_days_over_ten_working_days_close_it()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        Assert.True((await desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);
        host.Clock.Set("2026-05-18 10:00");
        Assert.True((await desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);
        var early = await desk.CloseAsync(made.CaseId, Closing.NoContact);
        Assert.Equal(2, early.Refusals.Count);
        Assert.Contains("1 June 2026", early.Reasons);

        host.Clock.Set("2026-06-01 10:00");
        Assert.True((await desk.ContactAsync(made.CaseId, Now, reached: false)).Ok);
        var closed = await desk.CloseAsync(made.CaseId, Closing.NoContact);

        Assert.True(closed.Ok, closed.Reasons);
        var enquiry = await desk.EnquiryAsync(made.CaseId);
        Assert.Equal((EnquiryState.NoContact, false), (enquiry.State, enquiry.IsOpen));
        Assert.Equal(Today, (await CaseAsync(desk, made.CaseId)).ClosedOn);
    }

    [Theory]
    [InlineData("2026-11-15 10:00", true)]
    [InlineData("2026-11-16 10:00", false)]
    public async Task T_ENQ_08_reopens_within_six_months_and_not_a_day_later(
        string at,
        bool allowed
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await WithdrawAsync(desk, made.CaseId);
        host.Clock.Set(at);

        var reopened = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<ReopenEnquiry>()
                    .RunAsync(new(made.CaseId, "Called back"), actor, default)
        );

        Assert.Equal(allowed, reopened.Ok);
        Assert.Equal(
            allowed,
            (await desk.EnquiryAsync(made.CaseId)).State is EnquiryState.Contacted
        );
        Assert.Equal(allowed, (await CaseAsync(desk, made.CaseId)).ClosedOn is null);
    }

    [Theory]
    [InlineData(EnquiryState.Received)]
    [InlineData(EnquiryState.Contacted)]
    [InlineData(EnquiryState.InfoSent)]
    [InlineData(EnquiryState.EoiReceived)]
    [InlineData(EnquiryState.VisitScheduled)]
    [InlineData(EnquiryState.VisitCompleted)]
    public async Task T_ENQ_10_withdrawal_from_every_open_state_ends_everything_the_same_day(
        EnquiryState state
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await desk.WalkToAsync(made.CaseId, state, Now, Today);

        await WithdrawAsync(desk, made.CaseId);

        var enquiry = await desk.EnquiryAsync(made.CaseId);
        Assert.Equal(EnquiryState.Withdrawn, enquiry.State);
        Assert.Equal(Enquiry.NothingDue, enquiry.NextDueOn);
        Assert.Equal(Today, (await CaseAsync(desk, made.CaseId)).ClosedOn);
        Assert.Equal(
            0,
            await desk.ReadAsync(db =>
                db.Set<Deadline>()
                    .CountAsync(d => d.CaseId == made.CaseId && d.Status == DeadlineStatus.Open)
            )
        );
    }

    [Fact]
    public async Task R_ENQ_08_a_decline_writes_a_letter_with_reasons_and_the_complaints_route_and_no_review()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await desk.WalkToAsync(made.CaseId, EnquiryState.VisitCompleted, Now, Today);
        var short_ = await desk.DecideAsync(made.CaseId, false, "No.");
        Assert.Equal(2, short_.Refusals.Count); // R-VAL-06: the code and twenty characters

        var reasons = "There is no room of their own for a child at present.";
        var declined = await desk.DecideAsync(made.CaseId, false, reasons, DeclineReason.Home);

        Assert.True(declined.Ok, declined.Reasons);
        var letter = await desk.ReadAsync(db =>
            db.Set<Letter>().AsNoTracking().SingleAsync(l => l.CaseId == made.CaseId)
        );
        Assert.Equal("enquiry.visit-declined", letter.Kind);
        Assert.Contains(reasons, letter.Body);
        Assert.Contains("complain", letter.Body);
        foreach (var word in new[] { "IRM", "review", "representation", "panel" })
            Assert.DoesNotContain(word, letter.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(EnquiryState.Declined, (await desk.EnquiryAsync(made.CaseId)).State);
    }

    [Fact]
    public async Task T_ENQ_07_only_the_team_manager_declines()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();

        var refused = await desk.CloseAsync(made.CaseId, Closing.Declined);

        Assert.Contains("team manager", refused.Reasons);
        Assert.Equal(EnquiryState.Received, (await desk.EnquiryAsync(made.CaseId)).State);
    }

    [Fact]
    public async Task R_ENQ_06_a_visit_to_a_couple_counts_only_when_both_were_seen()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var partner = new NewPerson("Robin", "Demo-Müller", new DateOnly(1985, 1, 1), null, null);
        var made = await desk.EnquireAsync(desk.Input() with { Partner = partner });
        await desk.WalkToAsync(made.CaseId, EnquiryState.VisitScheduled, Now, Today);

        var refused = await desk.VisitAsync(made.CaseId, Today, both: false);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(("R-ENQ-06", "both-seen"), (refusal.RuleId, refusal.Field));
        Assert.True((await desk.VisitAsync(made.CaseId, Today, both: true)).Ok);
    }

    [Fact]
    public async Task A_visit_needs_a_named_assessor_first()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await desk.WalkToAsync(made.CaseId, EnquiryState.EoiReceived, Now, Today);

        var refused = await desk.ScheduleAsync(made.CaseId, Now.AddDays(1));

        Assert.Contains("Name the assessor", refused.Reasons);
    }

    [Theory]
    [InlineData("2026-05-14 10:00", DeskStage.Officer, true)]
    [InlineData("2026-05-08 10:00", DeskStage.Officer, true)] // five working days: 14, 13, 12, 11 and 8 May
    [InlineData("2026-05-07 10:00", DeskStage.Officer, false)]
    [InlineData("2026-05-07 10:00", DeskStage.Manager, true)]
    [InlineData("2026-05-15 10:01", DeskStage.Officer, false)]
    public async Task A_call_may_be_written_down_within_five_working_days(
        string received,
        string by,
        bool allowed
    )
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var at = TestClock.Instant(received).UtcDateTime;
        var input = desk.Input() with { Channel = Channel.Telephone, ReceivedAt = at };

        var made = await desk.AsAsync(
            by,
            (s, actor) => s.GetRequiredService<SubmitEnquiry>().RunAsync(input, actor, default)
        );

        Assert.Equal(allowed, made.Ok);
        if (!allowed)
        {
            Assert.Contains(made.Refusals, r => r is { RuleId: "R-VAL-04", Field: "received-on" });
            return;
        }
        var entry = Assert.Single(await desk.HistoryAsync(made.Value.CaseId));
        Assert.Equal(DateOnly.FromDateTime(at), entry.OccurredOn);
        Assert.Equal(Now, entry.RecordedAt);
    }

    [Theory]
    [InlineData("2008-05-16", false)]
    [InlineData("2008-05-15", true)]
    [InlineData("2007-01-01", true)]
    [InlineData("1926-01-01", true)]
    public async Task R_ELIG_01_only_people_under_18_are_turned_away(string born, bool allowed)
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();

        var made = await desk.TryEnquireAsync(
            desk.Input(DeskStage.Zoe with { DateOfBirth = DateOnly.Parse(born) })
        );

        Assert.Equal(allowed, made.Ok);
        Assert.All(made.Refusals, r => Assert.Equal("R-ELIG-01", r.RuleId));
    }

    [Fact]
    public async Task T_ENQ_03_an_officer_records_the_interest_on_their_behalf_and_the_history_says_so()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var made = await desk.EnquireAsync();
        await desk.WalkToAsync(made.CaseId, EnquiryState.InfoSent, Now, Today);
        Assert.Contains("connection", (await desk.InterestAsync(made.CaseId, null)).Reasons);

        var done = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SubmitInterest>()
                    .RunAsync(
                        new(made.CaseId, Today, DeskSteps.Answers, "2026-1", false, null),
                        actor,
                        default
                    )
        );

        Assert.True(done.Ok, done.Reasons);
        var entry = (await desk.HistoryAsync(made.CaseId)).Single(h =>
            h.Kind == "enquiry.interest"
        );
        Assert.Equal("Zoë Demo-Müller", Said.Of(host, entry).OnBehalfOf);
        Assert.Equal("RecruitmentOfficer", entry.ActorRole);
    }

    private static Task<Case> CaseAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));

    private static async Task WithdrawAsync(DeskStage desk, Guid caseId)
    {
        var withdrawn = await desk.AsHolderAsync(
            caseId,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(caseId, "not-now", null), actor, default)
        );
        Assert.True(withdrawn.Ok, withdrawn.Reasons);
    }

    public sealed class OnSqlite(SqliteHost on) : EnquiryDeskTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : EnquiryDeskTests(on),
            IClassFixture<PostgresHost>;
}
