using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>
/// R-APP-05: refusal of a mandatory check by any adult means that stage 1 cannot be completed, and the team manager
/// decides. What was had before a consent was taken back stays.
/// </summary>
public abstract class StoppedConsentTests(FosterHost host)
{
    private const string Note = "She does not want a medical report to be made.";

    [Fact]
    public async Task R_APP_05_a_check_that_was_stopped_is_neither_asked_for_nor_chased_nor_recorded()
    {
        var stage = await AssessedAsync();
        Ok(await RequestAsync(stage, "CHK-09"));

        await WithdrawAsync(stage, "CHK-09");
        await WithdrawAsync(stage, "CHK-02");

        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await stage.ClockAsync(DeadlineRules.FirstChase)).Status
        );
        OnlyConsent(await ChaseAsync(stage, "CHK-09"));
        OnlyConsent(await stage.Record(await CheckAsync(stage, "CHK-09")));
        // Straight from the list, without having been asked for.
        OnlyConsent(await stage.Record(await CheckAsync(stage, "CHK-02")));
        OnlyConsent(await RequestAsync(stage, "CHK-02"));
        // That it was refused can be written down.
        Ok(await stage.Record(await CheckAsync(stage, "CHK-09"), CheckOutcome.Refused, Note));
        foreach (
            var check in (await stage.ChecksAsync()).Where(c => c.IsOpen && c.Kind != "CHK-13")
        )
            await stage.Record(check);
        Ok(await stage.Interview(0));
        Ok(await stage.Interview(1));
        Assert.Equal(ApplicationState.Stage1, (await stage.ApplicationAsync()).State);
        Assert.Equal(
            ["R-APP-05", "R-APP-05"],
            (await stage.Confirm()).Refusals.Select(r => r.RuleId)
        );
    }

    [Fact]
    public async Task R_APP_05_what_was_had_before_the_consent_was_taken_back_stays()
    {
        var stage = await AssessedAsync();
        Ok(await stage.Record(await CheckAsync(stage, "CHK-09")));
        host.Clock.Set("2026-05-18 10:00");
        await WithdrawAsync(stage, "CHK-09");
        await WithdrawAsync(stage, "CHK-05");
        host.Clock.Set("2026-05-19 10:00");

        // It came on the 15th and is written down on the 19th; what came on the 19th does not count.
        OnlyConsent(await RecordAsync(stage, "CHK-05", new(2026, 5, 19)));
        Ok(await RecordAsync(stage, "CHK-05", new(2026, 5, 15)));
        await stage.CompleteAsync();

        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_REF_01_interviews_without_consent_do_not_count_until_the_applicant_agrees_after_all()
    {
        var stage = await AssessedAsync();
        await WithdrawAsync(stage, "CHK-13");

        OnlyConsent(await stage.Interview(0));
        OnlyConsent(await stage.Interview(1));
        Assert.Equal(CheckState.Needed, (await CheckAsync(stage, "CHK-13")).State);

        Ok(
            await stage.AsApplicantAsync<AgreeToCheck>(
                0,
                (o, a) => o.RunAsync(new(stage.Case, "CHK-13"), a, default)
            )
        );
        await stage.CompleteAsync();
        Assert.Equal(ApplicationState.Stage1Complete, (await stage.ApplicationAsync()).State);
    }

    [Fact]
    public async Task R_APP_05_one_of_two_who_refuses_the_interviews_keeps_stage_1_open()
    {
        var stage = await AssessedAsync(2);
        await WithdrawAsync(stage, "CHK-13", 1);
        host.Clock.Set("2026-05-18 10:00");

        // Everybody was named by the other, who agrees.
        await stage.CompleteAsync();

        Assert.Equal(CheckState.Received, (await CheckAsync(stage, "CHK-13")).State);
        Assert.Equal(ApplicationState.Stage1, (await stage.ApplicationAsync()).State);
        var gap = Assert.Single((await stage.Confirm()).Refusals);
        Assert.Equal("R-APP-05", gap.RuleId);
        Assert.Contains("Alex", gap.Reason);
    }

    [Fact]
    public async Task R_ASSESS_02_who_agrees_after_all_is_chased_from_where_it_stood()
    {
        var stage = await AssessedAsync();
        Ok(await RequestAsync(stage, "CHK-09"));
        Ok(await ChaseAsync(stage, "CHK-09"));
        await WithdrawAsync(stage, "CHK-09");
        Assert.Empty(await OpenChasesAsync(stage));

        Ok(
            await stage.AsApplicantAsync<AgreeToCheck>(
                0,
                (o, a) => o.RunAsync(new(stage.Case, "CHK-09"), a, default)
            )
        );

        // Twenty working days from Friday 15 May; Monday 25 May is a bank holiday.
        Assert.Equal([new DateOnly(2026, 6, 15)], await OpenChasesAsync(stage));
        Ok(await ChaseAsync(stage, "CHK-09"));
    }

    private async Task<AssessmentStage> AssessedAsync(int applicants = 1)
    {
        host.Clock.Set("2026-05-15 10:00");
        return await (await new AssessmentStage(host).ApplyAsync(applicants)).AssessAsync();
    }

    private static async Task<Check> CheckAsync(AssessmentStage stage, string kind) =>
        (await stage.ChecksAsync()).First(c => c.Kind == kind);

    private static async Task WithdrawAsync(AssessmentStage stage, string kind, int index = 0) =>
        Ok(
            await stage.AsApplicantAsync<WithdrawConsent>(
                index,
                (o, a) => o.RunAsync(new(stage.Case, kind), a, default)
            )
        );

    private async Task<Result> RequestAsync(AssessmentStage stage, string kind)
    {
        var check = await CheckAsync(stage, kind);
        return await stage.DoAsync<RequestCheck>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(check.Id, host.Clock.Today, null), a, default)
        );
    }

    private async Task<Result> ChaseAsync(AssessmentStage stage, string kind)
    {
        var check = await CheckAsync(stage, kind);
        return await stage.DoAsync<ChaseCheck>(
            Role.Assessor,
            (o, a) => o.RunAsync(new(check.Id, host.Clock.Today, "By telephone"), a, default)
        );
    }

    private async Task<Result> RecordAsync(AssessmentStage stage, string kind, DateOnly received)
    {
        var check = await CheckAsync(stage, kind);
        return await stage.DoAsync<RecordCheck>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(check.Id, received, CheckOutcome.Clear, null, host.Clock.Today),
                    a,
                    default
                )
        );
    }

    private static Task<List<DateOnly>> OpenChasesAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            (_, db) =>
                db.Set<Deadline>()
                    .Where(d =>
                        d.CaseId == stage.Case
                        && d.Status == DeadlineStatus.Open
                        && (
                            d.LineKey == DeadlineRules.FirstChase.Key
                            || d.LineKey == DeadlineRules.SecondChase.Key
                        )
                    )
                    .Select(d => d.DueOn)
                    .ToListAsync()
        );

    private static void OnlyConsent(Result result) =>
        Assert.Equal("R-APP-05", Assert.Single(result.Refusals).RuleId);

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteHost host)
        : StoppedConsentTests(host),
            IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : StoppedConsentTests(host),
            IClassFixture<PostgresHost>;
}
