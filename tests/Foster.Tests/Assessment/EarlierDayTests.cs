using Foster.TestKit;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>
/// Back-dating needs the team manager and keeps both dates (§10.5). What happened while the assessor was away is recorded
/// by the team manager, and by nobody else. The clock stands on Friday 29 May 2026, eight working days after the 18th.
/// </summary>
public abstract class EarlierDayTests(FosterHost host)
{
    private static readonly DateOnly Earlier = new(2026, 5, 18);

    [Fact]
    public async Task R_VAL_04_a_check_that_came_longer_back_is_recorded_by_the_team_manager()
    {
        var stage = await AwayAsync();
        var dbs = (await stage.ChecksAsync()).First(c => c.Kind == "CHK-02");
        var medical = (await stage.ChecksAsync()).First(c => c.Kind == "CHK-09");

        var asked = await RequestAsync(stage, medical.Id, Role.Assessor);
        Ok(await RequestAsync(stage, medical.Id, Role.TeamManager));
        Ok(await ChaseAsync(stage, medical.Id, Role.TeamManager));
        var late = await RecordAsync(stage, dbs.Id, Role.Assessor, Earlier);
        var recent = await RecordAsync(stage, dbs.Id, Role.TeamManager, host.Clock.Today);
        Ok(await RecordAsync(stage, dbs.Id, Role.TeamManager, Earlier));

        Assert.Contains("Ask the team manager", Assert.Single(asked.Refusals).Reason);
        Assert.Equal("received", Assert.Single(late.Refusals).Field);
        Assert.Contains("The assessor records this", Assert.Single(recent.Refusals).Reason);
        var found = (await stage.ChecksAsync()).Single(c => c.Id == dbs.Id);
        Assert.Equal(
            (Earlier, host.Clock.Today, "Stage TeamManager"),
            (found.ReceivedOn, found.ReviewedOn, found.Reviewer)
        );
        var entry = await stage.ReadAsync(
            (_, db) =>
                db.Set<HistoryEntry>()
                    .SingleAsync(h => h.CaseId == stage.Case && h.Kind == "check.recorded")
        );
        Assert.Equal(Earlier, entry.OccurredOn);
        Assert.Equal(host.Clock.Today, DateOnly.FromDateTime(entry.RecordedAt));
    }

    [Fact]
    public async Task R_REF_01_an_interview_longer_back_says_who_held_it_and_who_recorded_it()
    {
        var stage = await AwayAsync();

        var late = await InterviewAsync(stage, Role.Assessor, Earlier);
        var recent = await InterviewAsync(stage, Role.TeamManager, host.Clock.Today);
        Ok(await InterviewAsync(stage, Role.TeamManager, Earlier));

        Assert.Equal(["interviewed", "reported"], late.Refusals.Select(r => r.Field));
        Assert.Equal("R-VAL-04", Assert.Single(recent.Refusals).RuleId);
        Assert.Equal(
            "Stage Assessor, recorded by Stage TeamManager",
            await stage.ReadAsync(
                (_, db) =>
                    db.Set<RefereeInterview>()
                        .Where(i => i.CaseId == stage.Case)
                        .Select(i => i.InterviewedBy)
                        .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task R_S2F_03_preparation_longer_back_is_recorded_by_the_team_manager()
    {
        var stage = await AwayAsync();

        var late = await TrainAsync(stage, Role.Assessor, Earlier);
        var recent = await TrainAsync(stage, Role.TeamManager, host.Clock.Today);
        Ok(await TrainAsync(stage, Role.TeamManager, Earlier));

        Assert.Contains("Ask the team manager", Assert.Single(late.Refusals).Reason);
        Assert.Equal("R-VAL-04", Assert.Single(recent.Refusals).RuleId);
    }

    [Fact]
    public async Task R_ASSESS_12_observations_longer_back_are_recorded_by_the_team_manager()
    {
        host.Clock.Set("2026-05-18 10:00");
        var stage = await new AssessmentStage(host).ApplyAsync();
        await stage.SharedAsync();
        host.Clock.Set("2026-05-29 10:00");

        var late = await ObserveAsync(stage, Role.Assessor);
        Ok(await ObserveAsync(stage, Role.TeamManager));

        Assert.Contains("Ask the team manager", Assert.Single(late.Refusals).Reason);
    }

    [Fact]
    public async Task The_team_manager_finds_the_acts_on_the_pages()
    {
        var stage = await AwayAsync();
        var dbs = (await stage.ChecksAsync()).First(c => c.Kind == "CHK-06" || c.Kind == "CHK-09");
        using var manager = host.Visitor();
        await manager.SignInAsync(stage.SignIns[Role.TeamManager]);

        var page = await (
            await manager.GetAsync(AssessmentLinks.Check(stage.Case, dbs.Id))
        ).FollowAsync("Record what came back on an earlier day");
        Assert.Contains("more than 5 working days ago", page.Text);
        var done = await page.Form()
            .FillDate("When was it received?", Earlier)
            .Choose("What is the outcome?", "Clear")
            .SubmitAsync();

        Assert.Contains("The check was recorded.", done.Notification);
        var referee = await manager.GetAsync(
            AssessmentLinks.Referee(stage.Case, stage.Referees[0])
        );
        Assert.Contains("Record the interview", referee.Text);
        var training = await manager.GetAsync(AssessmentLinks.Training(stage.Case));
        Assert.Contains("Record sessions", training.Text);
    }

    /// <summary>The assessment began on the 15th; the assessor is away until the 29th.</summary>
    private async Task<AssessmentStage> AwayAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await (await new AssessmentStage(host).ApplyAsync()).AssessAsync();
        host.Clock.Set("2026-05-29 10:00");
        return stage;
    }

    private static Task<Result> RequestAsync(AssessmentStage stage, Guid check, Role by) =>
        stage.DoAsync<RequestCheck>(
            by,
            (o, a) => o.RunAsync(new(check, Earlier, null), a, default)
        );

    private static Task<Result> ChaseAsync(AssessmentStage stage, Guid check, Role by) =>
        stage.DoAsync<ChaseCheck>(
            by,
            (o, a) => o.RunAsync(new(check, Earlier, "Surgery, by telephone"), a, default)
        );

    private Task<Result> RecordAsync(AssessmentStage stage, Guid check, Role by, DateOnly on) =>
        stage.DoAsync<RecordCheck>(
            by,
            (o, a) =>
                o.RunAsync(
                    new(
                        check,
                        on,
                        CheckOutcome.Clear,
                        null,
                        host.Clock.Today,
                        "001234567890",
                        Earlier,
                        false
                    ),
                    a,
                    default
                )
        );

    private static Task<Result> InterviewAsync(AssessmentStage stage, Role by, DateOnly on) =>
        stage.DoAsync<RecordRefereeInterview>(
            by,
            (o, a) =>
                o.RunAsync(
                    new(
                        stage.Referees[0],
                        on,
                        on,
                        AssessmentStage.Words,
                        false,
                        new HashSet<int>()
                    ),
                    a,
                    default
                )
        );

    private static Task<Result> TrainAsync(AssessmentStage stage, Role by, DateOnly on) =>
        stage.DoAsync<RecordTraining>(
            by,
            (o, a) =>
                o.RunAsync(
                    new(
                        stage.Case,
                        stage.Applicants[0],
                        [PreparationSessions.All[0].Key],
                        on,
                        null
                    ),
                    a,
                    default
                )
        );

    private static Task<Result> ObserveAsync(AssessmentStage stage, Role by) =>
        stage.DoAsync<SendObservations>(
            by,
            (o, a) =>
                o.RunAsync(
                    new(stage.Case, stage.Applicants[0], "Fair and true.", Earlier),
                    a,
                    default
                )
        );

    private static void Ok(Result result) => Assert.True(result.Ok, result.Reasons);

    public sealed class OnSqlite(SqliteDemoHost host)
        : EarlierDayTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : EarlierDayTests(host),
            IClassFixture<PostgresDemoHost>;
}
