using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Applications;

/// <summary>R-APP-06 and R-APP-07: an application rests, and the eight months do not.</summary>
public abstract class PauseTests(FosterHost host)
{
    private const string Reasons = "They asked for time after a death in the family.";

    [Fact]
    public async Task R_APP_07_no_date_moves_and_both_durations_are_known()
    {
        var stage = await SentAsync();
        var before = await DatesAsync(stage);
        Assert.True((await PauseAsync(stage, PauseReason.Bereavement, new(2026, 5, 15))).Ok);
        Assert.Contains(
            "paused already",
            (await PauseAsync(stage, PauseReason.Other, new(2026, 5, 15))).Reasons
        );
        host.Clock.Set("2026-06-14 10:00");
        Assert.True((await ResumeAsync(stage, new(2026, 6, 14))).Ok);

        Assert.Equal(before, await DatesAsync(stage));
        var pauses = await stage.AsStaffAsync(
            Role.TeamManager,
            (s, _) => s.GetRequiredService<PauseReads>().OfCaseAsync(stage.Case, default)
        );
        var pause = Assert.Single(pauses);
        Assert.Equal(
            (new DateOnly(2026, 5, 15), new DateOnly(2026, 6, 13)),
            (pause.From, pause.To)
        );
        // 15 May to 14 June is 31 days, of which it rested for 30.
        Assert.Equal((31, 1), ApplicationPause.Days(new(2026, 5, 15), new(2026, 6, 14), pauses));
        Assert.Equal((61, 31), ApplicationPause.Days(new(2026, 5, 15), new(2026, 7, 14), pauses));
    }

    [Fact]
    public async Task R_APP_06_a_couple_that_parts_owes_the_team_manager_a_review()
    {
        var stage = await SentAsync();
        Assert.True((await PauseAsync(stage, PauseReason.CoupleParted, new(2026, 5, 15))).Ok);
        Assert.Equal(
            (DeadlineStatus.Open, nameof(Role.TeamManager), new DateOnly(2026, 6, 1)),
            await ReviewAsync(stage)
        );
        host.Clock.Set("2026-05-20 10:00");
        Assert.True((await ResumeAsync(stage, new(2026, 5, 20))).Ok);
        Assert.Equal(DeadlineStatus.Met, (await ReviewAsync(stage)).Item1);

        var alone = await SentAsync(applicants: 1);
        Assert.Equal(
            "reason",
            Assert
                .Single(
                    (await PauseAsync(alone, PauseReason.CoupleParted, new(2026, 5, 15))).Refusals
                )
                .Field
        );
    }

    [Fact]
    public async Task Everything_against_it_is_said_at_once()
    {
        var stage = await SentAsync();
        var refused = await PauseAsync(
            stage,
            PauseReason.Other,
            new(2026, 5, 14),
            "short",
            Role.Assessor
        );
        Assert.Equal([null, "from", "reasons"], refused.Refusals.Select(r => r.Field));
        Assert.Equal(
            "from",
            Assert
                .Single((await PauseAsync(stage, PauseReason.Other, new(2026, 5, 16))).Refusals)
                .Field
        );
        Assert.Contains("is not paused", (await ResumeAsync(stage, new(2026, 5, 15))).Reasons);
        Assert.True((await PauseAsync(stage, PauseReason.Other, new(2026, 5, 15))).Ok);
        Assert.Equal(
            "on",
            Assert.Single((await ResumeAsync(stage, new(2026, 5, 15))).Refusals).Field
        );
    }

    private async Task<ApplicationStage> SentAsync(int applicants = 2)
    {
        host.Clock.Set("2026-05-15 10:00");
        var stage = await new ApplicationStage(host).ReadyAsync(applicants);
        for (var i = 0; i < applicants; i++)
            Assert.True((await stage.SendAsync(i)).Ok);
        await stage.AllocateAsync();
        return stage;
    }

    private static Task<Result> PauseAsync(
        ApplicationStage stage,
        PauseReason reason,
        DateOnly from,
        string reasons = Reasons,
        Role by = Role.TeamManager
    ) =>
        stage.AsStaffAsync(
            by,
            (s, actor) =>
                s.GetRequiredService<PauseApplication>()
                    .RunAsync(new(stage.Case, reason, from, reasons), actor, default)
        );

    private static Task<Result> ResumeAsync(ApplicationStage stage, DateOnly on) =>
        stage.AsStaffAsync(
            Role.TeamManager,
            (s, actor) =>
                s.GetRequiredService<ResumeApplication>()
                    .RunAsync(new(stage.Case, on, Reasons), actor, default)
        );

    private static Task<List<string>> DatesAsync(ApplicationStage stage) =>
        stage.ReadAsync(db =>
            db.Set<Deadline>()
                .Where(d => d.CaseId == stage.Case && d.Status == DeadlineStatus.Open)
                .OrderBy(d => d.LineKey)
                .Select(d => d.LineKey + " " + d.DueOn)
                .ToListAsync()
        );

    private static Task<(DeadlineStatus, string, DateOnly)> ReviewAsync(ApplicationStage stage) =>
        stage.ReadAsync(async db =>
        {
            var review = await db.Set<Deadline>()
                .SingleAsync(d =>
                    d.CaseId == stage.Case && d.LineKey == DeadlineRules.PartedReview.Key
                );
            return (review.Status, review.HolderRole, review.DueOn);
        });

    public sealed class OnSqlite(SqliteHost on) : PauseTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on) : PauseTests(on), IClassFixture<PostgresHost>;
}
