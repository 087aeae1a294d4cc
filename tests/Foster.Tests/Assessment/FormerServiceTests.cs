using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>What a service that approved an applicant before is asked for (R-TRF-05…07, R-REF-02, CHK-11).</summary>
public abstract class FormerServiceTests(FosterHost host)
{
    [Fact]
    public async Task X_22_R_TRF_06_access_to_records_is_due_fifteen_working_days_after_the_request()
    {
        var (stage, approval) = await WithAsync("2026-08-10 10:00", endedMonthsAgo: 30);

        var early = await AskAsync(stage, approval, ServiceRequestKind.Records, new(2026, 8, 11));
        Ok(await AskAsync(stage, approval, ServiceRequestKind.Records));
        var twice = await AskAsync(stage, approval, ServiceRequestKind.Records);

        Assert.Equal("consent", Assert.Single(early.Refusals).Field);
        Assert.Equal("R-TRF-06", Assert.Single(twice.Refusals).RuleId);
        var clock = await stage.ClockAsync(DeadlineRules.RecordsAccess);
        Assert.Equal(new DateOnly(2026, 9, 1), clock.DueOn);
        host.Clock.Set("2026-08-28 10:00");
        var request = await RequestAsync(stage);
        Ok(await AnswerAsync(stage, request, ServiceRequestVerb.Chase, "By telephone"));
        var brief = await AnswerAsync(stage, request, ServiceRequestVerb.Refuse, "No");
        Ok(
            await AnswerAsync(
                stage,
                request,
                ServiceRequestVerb.Receive,
                "The carer’s file, 2019 to 2023"
            )
        );

        Assert.Equal("note", Assert.Single(brief.Refusals).Field);
        Assert.Equal(
            DeadlineStatus.Met,
            (await stage.ClockAsync(DeadlineRules.RecordsAccess)).Status
        );
        Assert.Equal(
            1,
            (
                await stage.ReadAsync(
                    (_, db) => db.Set<ServiceRequest>().SingleAsync(r => r.Id == request)
                )
            ).Chases
        );
    }

    [Fact]
    public async Task R_TRF_07_a_mandatory_reference_is_the_check_and_runs_28_days_by_the_protocol()
    {
        var (stage, approval) = await WithAsync("2026-07-09 10:00", endedMonthsAgo: 8);

        var refused = await AskAsync(stage, approval, ServiceRequestKind.Reference);
        var check = (await stage.ChecksAsync()).Single(c => c.Kind == "CHK-11");
        Ok(
            await stage.DoAsync<RequestCheck>(
                Role.Assessor,
                (o, a) => o.RunAsync(new(check.Id, host.Clock.Today, null), a, default)
            )
        );

        Assert.Equal("R-TRF-05", Assert.Single(refused.Refusals).RuleId);
        Assert.Equal(
            new DateOnly(2026, 8, 6),
            (await stage.ClockAsync(DeadlineRules.FormerServiceReference)).DueOn
        );
        Ok(await stage.Record(check));
        Assert.Equal(
            DeadlineStatus.Met,
            (await stage.ClockAsync(DeadlineRules.FormerServiceReference)).Status
        );
    }

    [Fact]
    public async Task X_46_a_reference_after_thirteen_months_excuses_nobody_from_the_interviews()
    {
        var (stage, approval) = await WithAsync("2026-05-15 10:00", endedMonthsAgo: 13);
        foreach (var check in (await stage.ChecksAsync()).Where(c => c.Kind != "CHK-13"))
            Ok(await stage.Record(check));
        Ok(await stage.Interview(0));

        Ok(await AskAsync(stage, approval, ServiceRequestKind.Reference));
        Ok(
            await AnswerAsync(
                stage,
                await RequestAsync(stage),
                ServiceRequestVerb.Receive,
                "A warm reference"
            )
        );

        Assert.DoesNotContain(await stage.ChecksAsync(), c => c.Kind == "CHK-11");
        Assert.Equal("R-REF-01", Assert.Single((await stage.Confirm()).Refusals).RuleId);
        Ok(await stage.Interview(1));
        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task X_45_R_REF_02_of_two_applicants_the_reference_of_one_does_not_excuse_the_other()
    {
        var (stage, _) = await WithAsync("2026-05-15 10:00", endedMonthsAgo: 8, applicants: 2);
        foreach (var check in (await stage.ChecksAsync()).Where(c => c.Kind != "CHK-13"))
            Ok(await stage.Record(check));
        Ok(await stage.Interview(0));

        Assert.Equal("R-REF-01", Assert.Single((await stage.Confirm()).Refusals).RuleId);
    }

    [Fact]
    public async Task R_TRF_01_the_end_of_an_approval_that_still_runs_can_be_recorded_ahead()
    {
        var (stage, approval) = await WithAsync("2026-05-15 10:00", endedMonthsAgo: null);

        Ok(
            await stage.DoAsync<EndPreviousApproval>(
                Role.Assessor,
                (o, a) => o.RunAsync(new(approval, new(2026, 8, 1)), a, default)
            )
        );

        Assert.Equal(
            new DateOnly(2026, 8, 1),
            (
                await stage.ReadAsync(
                    (_, db) => db.Set<PreviousApproval>().SingleAsync(p => p.Id == approval)
                )
            ).EndedOn
        );
    }

    [Fact]
    public async Task R_APP_05_a_former_service_is_not_asked_without_consent_and_waited_for_again_with_it()
    {
        var (stage, approval) = await WithAsync("2026-08-10 10:00", endedMonthsAgo: 30);
        Ok(await AskAsync(stage, approval, ServiceRequestKind.Records));

        // The reference has words of its own, and does not end the access to records.
        foreach (var key in new[] { "CHK-11", ConsentWordings.FormerRecords })
        {
            Assert.Equal(
                DeadlineStatus.Open,
                (await stage.ClockAsync(DeadlineRules.RecordsAccess)).Status
            );
            Ok(
                await stage.AsApplicantAsync<WithdrawConsent>(
                    0,
                    (o, a) => o.RunAsync(new(stage.Case, key), a, default)
                )
            );
        }

        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.RecordsAccess)).Status
        );
        var request = await RequestAsync(stage);
        var chased = await AnswerAsync(stage, request, ServiceRequestVerb.Chase, "By telephone");
        Assert.Equal("R-APP-05", Assert.Single(chased.Refusals).RuleId);
        var asked = await AskAsync(stage, approval, ServiceRequestKind.Reference);
        Assert.Equal("R-APP-05", Assert.Single(asked.Refusals).RuleId);

        Ok(
            await stage.AsApplicantAsync<AgreeToCheck>(
                0,
                (o, a) => o.RunAsync(new(stage.Case, ConsentWordings.FormerRecords), a, default)
            )
        );

        var clock = await stage.ReadAsync(
            (_, db) =>
                db.Set<Deadline>()
                    .SingleAsync(d =>
                        d.CaseId == stage.Case
                        && d.LineKey == DeadlineRules.RecordsAccess.Key
                        && d.Status == DeadlineStatus.Open
                    )
        );
        Assert.Equal(new DateOnly(2026, 9, 1), clock.DueOn);
        Ok(await AnswerAsync(stage, request, ServiceRequestVerb.Chase, "By telephone"));
    }

    [Fact]
    public async Task R_APP_05_R_TRF_06_access_to_records_is_agreed_to_in_words_of_its_own()
    {
        var (stage, approval) = await WithAsync("2026-08-10 10:00", endedMonthsAgo: 30);
        var wording = ConsentWordings.Find(ConsentWordings.FormerRecords)!;
        Assert.Contains("records", wording.Question, StringComparison.Ordinal);
        Assert.False(wording.Mandatory);
        Assert.DoesNotContain(wording, ConsentWordings.AskedOf(false));
        Assert.Contains(wording, ConsentWordings.AskedOf(true));
        // Another consent that stands does not stand for this one.
        Assert.Empty(await AnswersAsync());

        Ok(await AskAsync(stage, approval, ServiceRequestKind.Records));

        var answer = Assert.Single(await AnswersAsync());
        Assert.Equal(
            (stage.Applicants[0], wording.Version, true),
            (answer.PersonId, answer.WordingVersion, answer.IsLive)
        );
        Assert.NotNull(answer.RecordedBy);

        Task<List<Consent>> AnswersAsync() =>
            stage.ReadAsync(
                (_, db) =>
                    db.Set<Consent>()
                        .AsNoTracking()
                        .Where(c =>
                            c.CaseId == stage.Case && c.CheckKey == ConsentWordings.FormerRecords
                        )
                        .ToListAsync()
            );
    }

    private async Task<(AssessmentStage Stage, Guid Approval)> WithAsync(
        string now,
        int? endedMonthsAgo,
        int applicants = 1
    )
    {
        host.Clock.Set(now);
        var stage = await (await new AssessmentStage(host).ApplyAsync(applicants)).AssessAsync();
        Ok(
            await stage.DoAsync<RecordPreviousApproval>(
                Role.Assessor,
                (o, a) =>
                    o.RunAsync(
                        new(
                            stage.Case,
                            stage.Applicants[0],
                            "Other Fostering",
                            "9 Example Way",
                            endedMonthsAgo is { } months
                                ? host.Clock.Today.AddMonths(-months)
                                : null
                        ),
                        a,
                        default
                    )
            )
        );
        return (
            stage,
            await stage.ReadAsync(
                (_, db) =>
                    db.Set<PreviousApproval>()
                        .Where(p => p.CaseId == stage.Case)
                        .Select(p => p.Id)
                        .SingleAsync()
            )
        );
    }

    private Task<Result> AskAsync(
        AssessmentStage stage,
        Guid approval,
        ServiceRequestKind kind,
        DateOnly? consent = null
    ) =>
        stage.DoAsync<SendServiceRequest>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(approval, kind, host.Clock.Today, consent ?? host.Clock.Today),
                    a,
                    default
                )
        );

    private Task<Result> AnswerAsync(
        AssessmentStage stage,
        Guid request,
        ServiceRequestVerb verb,
        string note
    ) =>
        stage.DoAsync<AnswerServiceRequest>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(request, verb, host.Clock.Today, note), a, default)
        );

    private static Task<Guid> RequestAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            (_, db) =>
                db.Set<ServiceRequest>()
                    .Where(r => r.CaseId == stage.Case)
                    .Select(r => r.Id)
                    .SingleAsync()
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host)
        : FormerServiceTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : FormerServiceTests(host),
            IClassFixture<PostgresHost>;
}
