using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>
/// R-APP-05: consents per person and check, with wording version, time and a way to take them back; a refusal by any adult
/// of the household is for the team manager. R-VAL-02: who turns 18 before panel is checked too. What is owed to others
/// outlives the case (R-TRF-06, R-DP-08).
/// </summary>
public abstract class HouseholdConsentTests(FosterHost host)
{
    private const string Reason = "We talk with him once more about what the law asks for.";

    private static readonly NewPerson Son = new(
        "Sol",
        "Stage-Demo",
        new DateOnly(2005, 1, 2),
        null,
        null,
        "Son"
    );

    [Fact]
    public async Task R_APP_05_the_refusal_of_a_grown_up_son_is_for_the_team_manager_until_he_agrees()
    {
        var stage = await AssessedAsync(Son);
        var son = stage.Others[0];

        Ok(await AnswerAsync(stage, son, agrees: false));

        Assert.Equal(
            ("TeamManager", DeadlineStatus.Open),
            await DecisionAsync(stage, DeadlineStatus.Open)
        );
        var stopped = await stage.Record(await CheckAsync(stage));
        Assert.Equal("R-APP-05", Assert.Single(stopped.Refusals).RuleId);
        var twice = await AnswerAsync(stage, son, agrees: false);
        Assert.Equal("answer", Assert.Single(twice.Refusals).Field);
        var refusal = await LastAsync(stage, son);
        Ok(
            await stage.DoAsync<DecideOnConsent>(
                Role.TeamManager,
                (o, a) =>
                    o.RunAsync(
                        new(stage.Case, refusal.Id, ConsentChoice.AskAgain, Reason),
                        a,
                        default
                    )
            )
        );

        Ok(await AnswerAsync(stage, son, agrees: true));

        var given = await LastAsync(stage, son);
        Assert.Equal(
            (true, "2026-1", "Stage Assessor"),
            (given.IsLive, given.WordingVersion, given.RecordedBy)
        );
        await stage.CompleteAsync();
        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_APP_05_a_consent_seen_with_the_request_is_a_row_that_can_be_taken_back()
    {
        var stage = await AssessedAsync(Son);
        var son = stage.Others[0];
        var check = await CheckAsync(stage);

        var without = await RequestAsync(stage, check, null);
        Ok(await RequestAsync(stage, check, host.Clock.Today));

        Assert.Equal("consent", Assert.Single(without.Refusals).Field);
        Assert.True((await LastAsync(stage, son)).IsLive);
        Assert.Equal(
            DeadlineStatus.Open,
            (await stage.ClockAsync(DeadlineRules.FirstChase)).Status
        );
        host.Clock.Set("2026-05-18 10:00");
        Ok(await AnswerAsync(stage, son, agrees: false));
        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.FirstChase)).Status
        );
        Assert.Equal(
            ("TeamManager", DeadlineStatus.Open),
            await DecisionAsync(stage, DeadlineStatus.Open)
        );
    }

    [Fact]
    public async Task R_APP_05_a_check_recorded_as_refused_by_him_goes_to_the_team_manager()
    {
        var stage = await AssessedAsync(Son);

        Ok(
            await stage.Record(
                await CheckAsync(stage),
                CheckOutcome.Refused,
                "He does not want to be checked."
            )
        );

        Assert.False((await LastAsync(stage, stage.Others[0])).Given);
        Assert.Equal(
            ("TeamManager", DeadlineStatus.Open),
            await DecisionAsync(stage, DeadlineStatus.Open)
        );
    }

    [Fact]
    public async Task R_APP_05_staff_answer_for_nobody_who_answers_themself_and_ask_no_child()
    {
        var child = Son with { GivenName = "Kit", DateOfBirth = new DateOnly(2016, 5, 1) };
        var stage = await AssessedAsync(Son, child);

        var ofChild = await AnswerAsync(stage, stage.Others[1], agrees: true);
        var ofApplicant = await AnswerAsync(stage, stage.Applicants[0], agrees: false, "CHK-02");
        var ahead = await AnswerAsync(
            stage,
            stage.Others[0],
            agrees: true,
            on: host.Clock.Today.AddDays(1)
        );
        var late = await AnswerAsync(stage, stage.Others[0], agrees: true, on: new(2026, 5, 1));

        Assert.Contains("not asked", Assert.Single(ofChild.Refusals).Reason);
        Assert.Contains("themselves", Assert.Single(ofApplicant.Refusals).Reason);
        Assert.Equal("on", Assert.Single(ahead.Refusals).Field);
        Assert.Equal("R-VAL-04", Assert.Single(late.Refusals).RuleId);
        Ok(
            await AnswerAsync(
                stage,
                stage.Others[0],
                agrees: true,
                on: new(2026, 5, 1),
                role: Role.TeamManager
            )
        );
    }

    [Fact]
    public async Task R_ASSESS_06_an_agreement_that_was_the_last_thing_missing_completes_stage_1()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync(2);
        await stage.AssessAsync();
        Ok(
            await stage.AsApplicantAsync<WithdrawConsent>(
                1,
                (o, a) => o.RunAsync(new(stage.Case, AskReferee.Check), a, default)
            )
        );
        host.Clock.Set("2026-05-18 10:00");
        await stage.CompleteAsync();
        Assert.Equal(ApplicationState.Stage1, (await stage.ApplicationAsync()).State);

        Ok(
            await stage.AsApplicantAsync<AgreeToCheck>(
                1,
                (o, a) => o.RunAsync(new(stage.Case, AskReferee.Check), a, default)
            )
        );

        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_APP_05_a_refusal_on_paper_leaves_the_referees_in_peace_like_any_other()
    {
        var stage = await AssessedAsync();
        Ok(
            await stage.DoAsync<AskReferee>(
                Role.Assessor,
                (o, a) =>
                    o.RunAsync(
                        new(
                            stage.Referees[0],
                            RefereeRoute.Telephone,
                            host.Clock.Today,
                            host.Clock.Today
                        ),
                        a,
                        default
                    )
            )
        );
        await stage.ReadAsync(
            (_, db) =>
                db.Set<Consent>()
                    .Where(c => c.CaseId == stage.Case && c.CheckKey == AskReferee.Check)
                    .ExecuteDeleteAsync()
        );
        Assert.Equal(
            DeadlineStatus.Open,
            (await stage.ClockAsync(DeadlineRules.FirstChase)).Status
        );

        Ok(await AnswerAsync(stage, stage.Applicants[0], agrees: false, AskReferee.Check));

        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.FirstChase)).Status
        );
    }

    [Fact]
    public async Task R_VAL_02_who_turns_18_before_a_panel_that_is_late_is_checked_too()
    {
        // Eight months after 15 May 2026 is 15 January 2027; the birthday is on 1 April 2027.
        var stage = await AssessedAsync(Son with { DateOfBirth = new DateOnly(2009, 4, 1) });
        Assert.DoesNotContain(await stage.ChecksAsync(), c => c.Kind == "CHK-03");
        host.Clock.Set("2027-01-15 10:00");
        Assert.False((await RenewAsync(stage)).Ok);

        host.Clock.Set("2027-01-18 10:00");
        Ok(await RenewAsync(stage));

        Assert.Single(await stage.ChecksAsync(), c => c.Kind == "CHK-03");
    }

    [Fact]
    public async Task R_TRF_06_what_is_owed_to_another_service_goes_on_when_the_application_ends()
    {
        var stage = await AssessedAsync();
        Ok(
            await stage.DoAsync<RecordRecordsRequest>(
                Role.TeamManager,
                async (o, a) =>
                    await o.RunAsync(
                        new(
                            stage.Case,
                            stage.Applicants[0],
                            RequestFor.Records,
                            RequestAbout.Applicant,
                            "Other Fostering",
                            "Somebody there",
                            host.Clock.Today,
                            host.Clock.Today,
                            null
                        ),
                        a,
                        default
                    )
            )
        );

        Ok(
            await stage.AsApplicantAsync<WithdrawApplication>(
                0,
                (o, a) =>
                    o.RunAsync(
                        new(stage.Case, "AW1", "We move to another service.", host.Clock.Today),
                        a,
                        default
                    )
            )
        );

        var open = await stage.ReadAsync(
            (_, db) =>
                db.Set<Deadline>()
                    .Where(d => d.CaseId == stage.Case && d.Status == DeadlineStatus.Open)
                    .ToListAsync()
        );
        var owed = Assert.Single(open);
        Assert.Equal(
            (DeadlineRules.RecordsGiven.Key, new DateOnly(2026, 6, 8)),
            (owed.LineKey, owed.DueOn)
        );
    }

    private async Task<AssessmentStage> AssessedAsync(params NewPerson[] others)
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync(1, "AB1 2CD", others);
        return await stage.AssessAsync();
    }

    private Task<Result> AnswerAsync(
        AssessmentStage stage,
        Guid person,
        bool agrees,
        string check = "CHK-03",
        DateOnly? on = null,
        Role role = Role.Assessor
    ) =>
        stage.DoAsync<RecordConsent>(
            role,
            (o, a) =>
                o.RunAsync(
                    new(stage.Case, person, check, agrees, on ?? host.Clock.Today),
                    a,
                    default
                )
        );

    private Task<Result> RequestAsync(AssessmentStage stage, Check check, DateOnly? seen) =>
        stage.DoAsync<RequestCheck>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(check.Id, host.Clock.Today, seen), a, default)
        );

    private static Task<Result> RenewAsync(AssessmentStage stage) =>
        stage.DoAsync<RenewChecks>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(stage.Case), a, default)
        );

    private static async Task<Check> CheckAsync(AssessmentStage stage) =>
        (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-03");

    private static Task<Consent> LastAsync(AssessmentStage stage, Guid person) =>
        stage.ReadAsync(
            async (_, db) =>
                (
                    await db.Set<Consent>()
                        .AsNoTracking()
                        .Where(c => c.CaseId == stage.Case && c.PersonId == person)
                        .ToListAsync()
                ).Latest()!
        );

    private static async Task<(string Holder, DeadlineStatus Status)> DecisionAsync(
        AssessmentStage stage,
        DeadlineStatus status
    )
    {
        var clock = await stage.ReadAsync(
            (_, db) =>
                db.Set<Deadline>()
                    .AsNoTracking()
                    .SingleAsync(d =>
                        d.CaseId == stage.Case
                        && d.LineKey == DeadlineRules.RefusedConsentDecision.Key
                        && d.Status == status
                    )
        );
        return (clock.HolderRole, clock.Status);
    }

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host)
        : HouseholdConsentTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : HouseholdConsentTests(host),
            IClassFixture<PostgresHost>;
}
