using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>From the decision to assess to the decision of stage 1.</summary>
public abstract class Stage1Tests(FosterHost host)
{
    [Fact]
    public async Task T_APP_02_the_decision_names_an_assessor_and_lists_the_checks_of_everybody()
    {
        host.Clock.Set("2026-05-15 10:00");
        var grown = new NewPerson(
            "Sky",
            "Stage-Demo",
            new DateOnly(2008, 10, 1),
            null,
            null,
            "Daughter"
        );
        var child = new NewPerson(
            "Sol",
            "Stage-Demo",
            new DateOnly(2016, 10, 1),
            null,
            null,
            "Son"
        );
        var stage = await new AssessmentStage(host).ApplyAsync(2, "AB1 2CD", grown, child);

        await stage.AssessAsync();

        var checks = await stage.ChecksAsync();
        Assert.Equal(
            "CHK-01 CHK-01 CHK-02 CHK-02 CHK-03 CHK-05 CHK-05 CHK-05 CHK-09 CHK-09 CHK-13 CHK-18",
            string.Join(' ', checks.Select(c => c.Kind))
        );
        Assert.Equal(stage.Others[0], checks.Single(c => c.Kind == "CHK-03").PersonId);
        Assert.Equal(ApplicationState.Stage1, (await stage.ApplicationAsync()).State);
        Assert.Equal(
            DeadlineStatus.Met,
            (await stage.ClockAsync(DeadlineRules.DecisionToAssess)).Status
        );
        // R-APP-09: two months from the application.
        Assert.Equal(
            new DateOnly(2026, 7, 15),
            (await stage.ClockAsync(DeadlineRules.Stage1Target)).DueOn
        );
    }

    [Fact]
    public async Task CHK_06_is_needed_where_the_applicant_lives_outside_the_councils_districts()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync(1, "ZZ9 9ZZ")).AssessAsync();

        Assert.Contains(
            await stage.ChecksAsync(),
            c => c.Kind == "CHK-06" && c.PersonId == stage.Applicants[0]
        );
    }

    [Fact]
    public async Task R_ASSESS_16_only_a_qualified_assessor_is_named_and_never_a_connected_one()
    {
        var stage = await new AssessmentStage(host).ApplyAsync();
        var student = await stage.AccountAsync("Student in training", Role.Assessor);
        var namesake = await stage.AccountAsync("Réference person-1 Assessor", Role.Assessor);

        var unqualified = await stage.Decide(student);
        await stage.ReadAsync(
            async (_, db) =>
                await db.Set<Foster.Web.Foundation.Security.Account>()
                    .Where(a => a.Id == namesake)
                    .ExecuteUpdateAsync(a =>
                        a.SetProperty(x => x.DisplayName, "Réference person-1")
                    )
        );
        var connected = await stage.Decide(namesake);

        Assert.Equal("R-ASSESS-16", Assert.Single(unqualified.Refusals).RuleId);
        Assert.Contains(connected.Refusals, r => r is { RuleId: "T-APP-02", Field: "assessor" });
        Assert.Equal(ApplicationState.Submitted, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task T_APP_03_a_decline_is_a_letter_without_a_review_and_closes_the_case()
    {
        var stage = await new AssessmentStage(host).ApplyAsync();

        var short1 = await Decline("Too short");
        var done = await Decline("Your home has no room that a child could have.");

        Assert.Equal(["R-VAL-06"], short1.Refusals.Select(r => r.RuleId));
        Assert.True(done.Ok, done.Reasons);
        var letter = await stage.ReadAsync(
            (_, db) => db.Set<Letter>().SingleAsync(l => l.CaseId == stage.Case)
        );
        Assert.Equal("application.declined", letter.Kind);
        Assert.DoesNotContain("review", letter.Body, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(
            (
                await stage.ReadAsync(
                    (_, db) => db.Set<Case>().SingleAsync(c => c.Id == stage.Case)
                )
            ).ClosedOn
        );
        Assert.Equal(
            host.Clock.Today,
            (await stage.ClockAsync(DeadlineRules.ApplicantRecordKept)).TriggerOn
        );

        Task<Result> Decline(string reason) =>
            stage.DoAsync<DeclineToAssess>(
                Role.TeamManager,
                (o, a) => o.RunAsync(new(stage.Case, host.Clock.Today, "DA1", reason), a, default)
            );
    }

    [Fact]
    public async Task T_APP_05_a_refusal_names_everything_that_is_missing_for_each_person()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync(2)).AssessAsync();
        var identity = (await stage.ChecksAsync()).First(c =>
            c.Kind == "CHK-01" && c.PersonId == stage.Applicants[0]
        );
        Assert.True((await stage.Record(identity)).Ok);

        var refused = await stage.Confirm();

        var reasons = refused.Refusals.Select(r => r.Reason).ToList();
        Assert.Equal(9, reasons.Count);
        foreach (var kind in (string[])["CHK-02", "CHK-05", "CHK-09"])
            Assert.Equal(2, reasons.Count(r => r.Contains(kind, StringComparison.Ordinal)));
        Assert.Single(
            reasons,
            r => r.StartsWith("Alex Stage-Demo", StringComparison.Ordinal) && r.Contains("CHK-01")
        );
        Assert.Contains(
            reasons,
            r => r.StartsWith("Interviews with referees: 0 of 2", StringComparison.Ordinal)
        );
        Assert.Contains(reasons, r => r.Contains("CHK-18", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-14 10:00", "2026-12-30")]
    [InlineData("2027-03-23 10:00", "2027-04-08")]
    [InlineData("2026-11-20 10:00", "2026-12-04")]
    public async Task X_04_X_05_X_41_the_last_item_completes_stage_1_and_starts_ten_working_days(
        string now,
        string due
    )
    {
        host.Clock.Set(now);
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();

        await stage.CompleteAsync();

        var application = await stage.ApplicationAsync();
        Assert.Equal(
            (ApplicationState.Stage1Complete, host.Clock.Today),
            (application.State, application.Stage1CompleteOn)
        );
        Assert.Equal(
            DateOnly.Parse(due),
            (await stage.ClockAsync(DeadlineRules.Stage1Decision)).DueOn
        );
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task R_ASSESS_06_reopening_needs_a_reason_and_leaves_the_clock_as_it_was()
    {
        var stage = await (
            await (await new AssessmentStage(host).ApplyAsync()).AssessAsync()
        ).CompleteAsync();
        var before = await stage.ClockAsync(DeadlineRules.Stage1Decision);
        var medical = (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-09");

        var short1 = await Reopen("Wrong");
        var done = await Reopen("The doctor's signature is missing on the form.");
        var confirm = await stage.Confirm();
        await stage.Record((await stage.ChecksAsync()).Single(c => c.Kind == "CHK-09"));

        Assert.Equal("R-VAL-06", Assert.Single(short1.Refusals).RuleId);
        Assert.True(done.Ok, done.Reasons);
        Assert.Contains("CHK-09", Assert.Single(confirm.Refusals).Reason);
        var after = await stage.ClockAsync(DeadlineRules.Stage1Decision);
        Assert.Equal(
            (before.Id, before.DueOn, DeadlineStatus.Open),
            (after.Id, after.DueOn, after.Status)
        );

        Task<Result> Reopen(string why) =>
            stage.DoAsync<ReopenCheck>(
                Role.TeamManager,
                (o, a) => o.RunAsync(new(medical.Id, why), a, default)
            );
    }

    [Fact]
    public async Task R_APP_05_a_refused_mandatory_check_keeps_stage_1_open()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        var medical = (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-09");
        Assert.True(
            (
                await stage.Record(
                    medical,
                    CheckOutcome.Refused,
                    "They do not want to see a doctor."
                )
            ).Ok
        );

        await stage.CompleteAsync();

        Assert.Equal(ApplicationState.Stage1, (await stage.ApplicationAsync()).State);
        Assert.Equal("R-APP-05", Assert.Single((await stage.Confirm()).Refusals).RuleId);
    }

    [Fact]
    public async Task R_SOD_03_and_R_SOD_12_nobody_passes_stage_1_of_a_case_they_assessed_in_another_role()
    {
        var stage = await new AssessmentStage(host).ApplyAsync();
        var both = await stage.AccountAsync("Second Assessor", Role.Assessor, Role.TeamManager);
        Assert.True((await stage.Decide(both)).Ok);
        stage.Staff[Role.Assessor] = both;
        await stage.CompleteAsync();
        Assert.True((await stage.Confirm()).Ok);

        var own = await stage.Pass(both);
        var other = await stage.Pass(stage.Staff[Role.TeamManager]);

        Assert.Equal("R-SOD-03", Assert.Single(own.Refusals).RuleId);
        Assert.True(other.Ok, other.Reasons);
        Assert.Equal(
            DeadlineStatus.Met,
            (await stage.ClockAsync(DeadlineRules.Stage1Decision)).Status
        );
    }

    [Fact]
    public async Task T_APP_06_passing_needs_the_assessors_confirmation()
    {
        var stage = await (
            await (await new AssessmentStage(host).ApplyAsync()).AssessAsync()
        ).CompleteAsync();

        var refused = await stage.Pass(stage.Staff[Role.TeamManager]);

        Assert.Equal("T-APP-05", Assert.Single(refused.Refusals).RuleId);
    }

    [Fact]
    public async Task T_APP_07_only_the_decision_maker_refuses_and_the_letter_offers_no_review()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();

        var x49 = await Refuse("You can apply to the IRM if you do not agree with us.");
        var done = await Refuse("The medical report says that you need rest for a year.");

        Assert.Equal("R-VAL-08", Assert.Single(x49.Refusals).RuleId);
        Assert.True(done.Ok, done.Reasons);
        Assert.Equal(ApplicationState.Stage1Unsuccessful, (await stage.ApplicationAsync()).State);
        Assert.All((await stage.ChecksAsync()), c => Assert.Equal(CheckState.Cancelled, c.State));

        Task<Result> Refuse(string reason) => RefuseAsync(stage, reason);
    }

    [Fact]
    public async Task R_SOD_01_and_R_SOD_12_nobody_refuses_a_case_that_they_managed_in_another_role()
    {
        var stage = await new AssessmentStage(host).ApplyAsync();
        var both = await stage.AccountAsync("Both Roles", Role.TeamManager, Role.DecisionMaker);
        var decider = stage.Staff[Role.DecisionMaker];
        stage.Staff[Role.TeamManager] = stage.Staff[Role.DecisionMaker] = both;
        Assert.True((await stage.Decide()).Ok);
        const string reason = "The medical report says that you need rest for a year.";

        var own = await RefuseAsync(stage, reason);
        stage.Staff[Role.DecisionMaker] = decider;
        var other = await RefuseAsync(stage, reason);

        Assert.Equal("R-SOD-01", Assert.Single(own.Refusals).RuleId);
        Assert.True(other.Ok, other.Reasons);
    }

    [Fact]
    public async Task R_ASSESS_20_with_stage_2_open_a_refusal_needs_the_manager_and_a_legal_reason_and_ends_with_the_window()
    {
        host.Clock.Set("2026-05-15 10:00");
        const string reason = "The medical report says that you need rest for a year.";
        var stage = await (
            await (await new AssessmentStage(host).ApplyAsync()).AssessAsync()
        ).OpenStage2Async();
        await stage.CompleteAsync();

        var bare = await RefuseAsync(stage, reason);
        host.Clock.Set("2026-06-02 10:00");
        var late = await RefuseAsync(stage, reason, "L1");
        host.Clock.Set("2026-06-01 10:00");
        await stage.DoAsync<ProposeRefusal>(
            Role.TeamManager,
            (o, a) => o.RunAsync(new(stage.Case, "S1A", AssessmentStage.Why), a, default)
        );
        var lastDay = await RefuseAsync(stage, reason, "L1");
        host.Clock.Set("2026-05-15 10:00");

        Assert.Equal(["R-VAL-06", "R-ASSESS-20"], bare.Refusals.Select(r => r.RuleId));
        Assert.Contains("1 June 2026", late.Refusals.First(r => r.RuleId == "R-ASSESS-20").Reason);
        Assert.True(lastDay.Ok, lastDay.Reasons);
    }

    [Fact]
    public async Task What_the_decision_maker_read_goes_out_or_nothing()
    {
        const string reason = "The medical report says that you need rest for a year.";
        var stage = await (await new AssessmentStage(host).ApplyAsync(2)).AssessAsync();
        RefuseStage1Input Input(string? read) =>
            new(stage.Case, host.Clock.Today, "S1A", reason, null, read);
        var draft = await stage.ReadAsync(
            async (s, _) =>
            {
                var actor = await s.GetRequiredService<ActorSource>()
                    .EnterAsync(
                        stage.Staff[Role.DecisionMaker],
                        stage.Council,
                        Role.DecisionMaker,
                        default
                    );
                return await s.GetRequiredService<RefuseStage1>()
                    .DraftAsync(Input(null), actor!, default);
            }
        );
        Assert.Equal(
            ["Robin Stage-Demo", "Alex Stage-Demo"],
            draft.Value.Copies.Select(c => c.Addressee)
        );

        var unread = await stage.DoAsync<RefuseStage1>(
            Role.DecisionMaker,
            (o, a) => o.RunAsync(Input(""), a, default)
        );
        var done = await stage.DoAsync<RefuseStage1>(
            Role.DecisionMaker,
            (o, a) => o.RunAsync(Input(draft.Value.Mark), a, default)
        );

        Assert.Contains("has changed since you read it", unread.Reasons);
        Assert.True(done.Ok, done.Reasons);
        Assert.Equal(
            draft.Value.Copies.Select(c => c.Body).Order(),
            (
                await stage.ReadAsync(
                    (_, db) => db.Set<Letter>().Where(l => l.CaseId == stage.Case).ToListAsync()
                )
            )
                .Select(l => l.Body)
                .Order()
        );
    }

    private Task<Result> RefuseAsync(AssessmentStage stage, string reason, string? legal = null) =>
        stage.DoAsync<RefuseStage1>(
            Role.DecisionMaker,
            (o, a) =>
                o.RunAsync(new(stage.Case, host.Clock.Today, "S1A", reason, legal), a, default)
        );

    public sealed class OnSqlite(SqliteHost host) : Stage1Tests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : Stage1Tests(host),
            IClassFixture<PostgresHost>;
}
