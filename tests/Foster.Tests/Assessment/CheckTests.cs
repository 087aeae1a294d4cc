using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>Asking, chasing, recording, and the referees.</summary>
public abstract class CheckTests(FosterHost host)
{
    [Fact]
    public async Task R_VAL_05_everything_that_is_wrong_with_a_DBS_is_said_at_once()
    {
        var (stage, dbs) = await WithAsync("CHK-02");

        var refused = await stage.DoAsync<RecordCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        dbs.Id,
                        host.Clock.Today,
                        CheckOutcome.Concern,
                        "Short",
                        host.Clock.Today,
                        "12",
                        host.Clock.Today.AddDays(1)
                    ),
                    a,
                    default
                )
        );

        Assert.Equal(
            ["note", "certificate", "issued", "barred"],
            refused.Refusals.Select(r => r.Field)
        );
        Assert.All(refused.Refusals, r => Assert.Equal("R-VAL-05", r.RuleId));
    }

    [Fact]
    public async Task The_certificate_number_is_shown_with_its_last_four_digits_and_never_in_the_pack()
    {
        var (stage, dbs) = await WithAsync("CHK-02");
        Assert.True((await stage.Record(dbs)).Ok);

        var view = await stage.ReadAsync(
            (s, _) => s.GetRequiredService<CheckReads>().FindAsync(stage.Case, dbs.Id, default)
        );
        var summary = await stage.ReadAsync(
            (s, _) => s.GetRequiredService<AssessmentReads>().CheckSummaryAsync(stage.Case, default)
        );

        Assert.Equal("•••• •••• 7890", view!.MaskedCertificate);
        Assert.DoesNotContain("7890", summary);
        Assert.Contains("Clear", summary);
    }

    [Fact]
    public async Task R_DISQ_10_somebody_on_the_barred_list_is_a_concern()
    {
        var (stage, dbs) = await WithAsync("CHK-02");

        var refused = await stage.DoAsync<RecordCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        dbs.Id,
                        host.Clock.Today,
                        CheckOutcome.Clear,
                        null,
                        host.Clock.Today,
                        "001234567890",
                        host.Clock.Today,
                        true
                    ),
                    a,
                    default
                )
        );

        Assert.Equal("R-DISQ-10", Assert.Single(refused.Refusals).RuleId);
    }

    [Fact]
    public async Task R_APP_05_a_check_with_consent_is_not_asked_for_without_it()
    {
        var (stage, dbs) = await WithAsync("CHK-02");
        await stage.ReadAsync(
            async (_, db) =>
                await db.Set<Consent>()
                    .Where(c => c.CaseId == stage.Case && c.CheckKey == "CHK-02")
                    .ExecuteUpdateAsync(c =>
                        c.SetProperty(x => x.WithdrawnAt, host.Clock.GetUtcNow().UtcDateTime)
                    )
        );

        var refused = await Request(stage, dbs, host.Clock.Today);

        Assert.Equal("R-APP-05", Assert.Single(refused.Refusals).RuleId);
    }

    [Theory]
    [InlineData("CHK-03")]
    [InlineData("CHK-05")]
    public async Task R_APP_05_a_check_of_somebody_who_never_consented_is_recorded_only_with_one_on_paper(
        string kind
    )
    {
        var stage = await (
            await new AssessmentStage(host).ApplyAsync(
                1,
                "AB1 2CD",
                new NewPerson("Gran", "Stage-Demo", new(1950, 1, 1), null, null)
            )
        ).AssessAsync();
        var check = (await stage.ChecksAsync()).Single(c =>
            c.Kind == kind && c.PersonId == stage.Others[0]
        );

        var none = await RecordAsync(null);
        var later = await RecordAsync(host.Clock.Today.AddDays(1));
        var refusal = Assert.Single(none.Refusals);
        Assert.Equal(("R-APP-05", "consent"), (refusal.RuleId, refusal.Field));
        Assert.Contains("for Gran Stage-Demo", refusal.Reason);
        Assert.Contains("sign the consent form", refusal.Reason);
        Assert.Equal("R-VAL-04", Assert.Single(later.Refusals).RuleId);
        var view = await stage.ReadAsync(
            (s, _) => s.GetRequiredService<CheckReads>().FindAsync(stage.Case, check.Id, default)
        );
        Assert.True(view!.LacksConsent);

        Assert.True((await RecordAsync(host.Clock.Today)).Ok);
        Assert.Equal(
            host.Clock.Today,
            (await stage.ChecksAsync()).Single(c => c.Id == check.Id).ConsentSeenOn
        );

        Task<Result> RecordAsync(DateOnly? seen) =>
            stage.DoAsync<RecordCheck>(
                Role.Assessor,
                (o, a) =>
                    o.RunAsync(
                        new(
                            check.Id,
                            host.Clock.Today,
                            CheckOutcome.Clear,
                            null,
                            host.Clock.Today,
                            "001234567890",
                            host.Clock.Today,
                            false,
                            seen
                        ),
                        a,
                        default
                    )
            );
    }

    [Theory]
    [InlineData("CHK-01")]
    [InlineData("CHK-18")]
    public async Task A_check_that_needs_no_consent_is_recorded_without_one(string kind)
    {
        var (stage, check) = await WithAsync(kind);

        var done = await stage.DoAsync<RecordCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(check.Id, host.Clock.Today, CheckOutcome.Clear, null, host.Clock.Today),
                    a,
                    default
                )
        );

        Assert.True(done.Ok, done.Reasons);
        Assert.Null((await stage.ChecksAsync()).Single(c => c.Id == check.Id).ConsentSeenOn);
    }

    [Fact]
    public async Task R_APP_05_that_somebody_refuses_a_check_is_recorded_without_consent()
    {
        var (stage, medical) = await WithAsync("CHK-09");
        await stage.ReadAsync(
            async (_, db) =>
                await db.Set<Consent>().Where(c => c.CaseId == stage.Case).ExecuteDeleteAsync()
        );

        var refused = await stage.DoAsync<RecordCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        medical.Id,
                        host.Clock.Today,
                        CheckOutcome.Refused,
                        "They do not want a medical to be made.",
                        host.Clock.Today
                    ),
                    a,
                    default
                )
        );

        Assert.True(refused.Ok, refused.Reasons);
    }

    [Fact]
    public async Task R_ASSESS_02_each_chase_is_kept_and_the_next_one_is_due()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (stage, medical) = await WithAsync("CHK-09");
        Assert.True((await Request(stage, medical)).Ok);
        Assert.Equal(
            new DateOnly(2026, 6, 1),
            (await stage.ClockAsync(DeadlineRules.FirstChase)).DueOn
        );
        host.Clock.Set("2026-06-01 10:00");

        Assert.True((await Chase(stage, medical)).Ok);
        Assert.True((await Chase(stage, medical)).Ok);

        var chases = await stage.ReadAsync(
            (_, db) => db.Set<CheckChase>().CountAsync(c => c.CheckId == medical.Id)
        );
        Assert.Equal(2, chases);
        Assert.Equal(
            DeadlineStatus.Met,
            (await stage.ClockAsync(DeadlineRules.SecondChase)).Status
        );
        Assert.Equal(
            DeadlineStatus.Open,
            (await stage.ClockAsync(DeadlineRules.ThirdChase)).Status
        );
        await stage.Record((await stage.ChecksAsync()).Single(c => c.Id == medical.Id));
        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.ThirdChase)).Status
        );
        host.Clock.Set("2026-05-15 10:00");
    }

    [Theory]
    [InlineData(8, true, true)]
    [InlineData(8, false, false)]
    [InlineData(13, false, false)]
    public async Task X_45_X_46_the_former_services_reference_excuses_interviews_only_when_it_is_in(
        int endedMonthsAgo,
        bool received,
        bool excused
    )
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        Assert.True(
            (
                await stage.DoAsync<RecordPreviousApproval>(
                    Role.Assessor,
                    (o, a) =>
                        o.RunAsync(
                            new(
                                stage.Case,
                                stage.Applicants[0],
                                "Other Fostering",
                                "9 Example Way",
                                host.Clock.Today.AddMonths(-endedMonthsAgo)
                            ),
                            a,
                            default
                        )
                )
            ).Ok
        );
        foreach (
            var check in (await stage.ChecksAsync()).Where(c =>
                c.Kind is not ("CHK-11" or "CHK-13")
            )
        )
            await stage.Record(check);
        await stage.Interview(0);
        var former = (await stage.ChecksAsync()).SingleOrDefault(c => c.Kind == "CHK-11");

        Assert.Equal(endedMonthsAgo <= 12, former is not null);
        if (former is not null)
            Assert.True((await Request(stage, former)).Ok);
        if (received)
            Assert.True(
                (await stage.Record((await stage.ChecksAsync()).Single(c => c.Kind == "CHK-11"))).Ok
            );

        var application = await stage.ApplicationAsync();
        Assert.Equal(
            excused ? ApplicationState.Stage1Complete : ApplicationState.Stage1,
            application.State
        );
        if (!excused)
            Assert.Contains((await stage.Confirm()).Refusals, r => r.RuleId == "R-REF-01");
    }

    [Fact]
    public async Task R_VAL_03_an_interview_is_not_before_the_referee_was_named_and_has_a_report()
    {
        var (stage, _) = await WithAsync("CHK-13");

        var refused = await stage.DoAsync<RecordRefereeInterview>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        stage.Referees[0],
                        host.Clock.Today.AddDays(-1),
                        host.Clock.Today.AddDays(-2),
                        "Fine.",
                        false,
                        new HashSet<int> { 3 }
                    ),
                    a,
                    default
                )
        );

        Assert.Equal(
            ["interviewed", "reported", "report", "confidential"],
            refused.Refusals.Select(r => r.Field)
        );
    }

    [Fact]
    public async Task Somebody_elses_assessor_cannot_reach_a_check()
    {
        var (stage, dbs) = await WithAsync("CHK-02");
        var other = await stage.AccountAsync("Other Assessor", Role.Assessor);

        var refused = await stage.AsAsync<ChaseCheck>(
            other,
            Role.Assessor,
            (o, a) => o.RunAsync(new(dbs.Id, host.Clock.Today, "Telephone"), a, default)
        );

        Assert.Equal("This check is not open to you.", refused.Reasons);
    }

    [Fact]
    public async Task R_SOD_13_each_applicant_sees_their_own_checks_and_no_result()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync(2)).AssessAsync();

        var own = await stage.ReadAsync(
            (s, _) =>
                s.GetRequiredService<CheckReads>()
                    .OwnAsync(stage.Case, stage.Applicants[1], default)
        );

        Assert.Equal(
            "CHK-01 CHK-02 CHK-05 CHK-09 CHK-13 CHK-18",
            string.Join(' ', own.Select(c => c.Kind))
        );
        Assert.All(own, c => Assert.True(c.PersonId is null || c.PersonId == stage.Applicants[1]));
        Assert.All(own, c => Assert.Null(c.Outcome));
    }

    [Fact]
    public async Task T_APP_23_a_withdrawal_cancels_what_is_open()
    {
        var (stage, dbs) = await WithAsync("CHK-02");
        await stage.Record(dbs);

        await stage.ReadAsync(
            async (services, db) =>
            {
                var system = Actor.System(stage.Council);
                foreach (
                    var handler in services
                        .GetServices<IOn<ApplicationWithdrawn>>()
                        .OfType<OnApplicationWithdrawn>()
                )
                    await handler.HandleAsync(
                        new(stage.Case, Guid.NewGuid(), host.Clock.Today),
                        system,
                        default
                    );
                return await db.SaveChangesAsync();
            }
        );

        Assert.All(
            await stage.ChecksAsync(),
            c => Assert.Equal(c.Id == dbs.Id ? CheckState.Received : CheckState.Cancelled, c.State)
        );
    }

    /// <summary>Those of a couple stand in one list and one card; a first name tells them apart, and no more of the name.</summary>
    [Fact]
    public async Task R_ASSESS_02_what_is_to_be_chased_says_whose_check_it_is()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync(2)).AssessAsync();
        var checks = (await stage.ChecksAsync()).Where(c => c.Kind == "CHK-09").ToList();
        foreach (var check in checks)
            Assert.True((await Request(stage, check)).Ok);
        Assert.True((await Chase(stage, checks[0])).Ok);

        var titles = await stage.ReadAsync(
            (_, db) =>
                db.Set<Deadline>()
                    .Where(d => d.CaseId == stage.Case && d.Title.Contains("chase"))
                    .Select(d => d.Title)
                    .ToListAsync()
        );

        var title = checks[0].About.Title;
        var (first, other) =
            checks[0].PersonId == stage.Applicants[0] ? ("Robin", "Alex") : ("Alex", "Robin");
        Assert.Equal(
            new[]
            {
                $"{title}, {first}: chase again",
                $"{title}, {first}: chase for the first time",
                $"{title}, {other}: chase for the first time",
            }.Order(StringComparer.Ordinal),
            titles.Order(StringComparer.Ordinal)
        );
    }

    private async Task<(AssessmentStage Stage, Check Check)> WithAsync(string kind)
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        return (stage, (await stage.ChecksAsync()).Single(c => c.Kind == kind));
    }

    private Task<Result> Request(AssessmentStage stage, Check check, DateOnly? consent = null) =>
        stage.DoAsync<RequestCheck>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(check.Id, host.Clock.Today, consent), a, default)
        );

    private Task<Result> Chase(AssessmentStage stage, Check check) =>
        stage.DoAsync<ChaseCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(new(check.Id, host.Clock.Today, "Surgery, by telephone"), a, default)
        );

    public sealed class OnSqlite(SqliteHost host) : CheckTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : CheckTests(host),
            IClassFixture<PostgresHost>;
}
