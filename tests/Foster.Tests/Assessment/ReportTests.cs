using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>Stage 2: preparation, the report in two copies, observations, ready for panel.</summary>
public abstract class ReportTests(FosterHost host)
{
    [Fact]
    public async Task T_APP_09_a_refusal_names_everything_that_keeps_the_report_back()
    {
        var stage = await PassedAsync(2);

        var refused = await stage.Share();

        Assert.Equal(
            ["R-ASSESS-10", "R-S2F-03", "R-S2F-03", "T-APP-09", "T-APP-09"],
            refused.Refusals.Select(r => r.RuleId).Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            refused.Refusals,
            r =>
                r.Reason.StartsWith("Alex Stage-Demo has still to attend", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task R_VAL_07_terms_that_cannot_be_are_refused()
    {
        var stage = await (await PassedAsync()).OpenStage2Async();

        var wrong = await stage.DoAsync<SaveReport>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(stage.Case, new("A"), new ApprovalTerms(4, 9, 5, "Short term")),
                    a,
                    default
                )
        );

        Assert.Equal(["max-children", "min-age"], wrong.Refusals.Select(r => r.Field));
    }

    [Fact]
    public async Task A_change_of_words_ends_the_quality_check()
    {
        var stage = await (await (await PassedAsync()).OpenStage2Async()).PrepareAsync();
        await stage.WriteAsync();
        await stage.DoAsync<SaveReport>(
            Role.Assessor,
            (o, a) =>
                o.RunAsync(
                    new(
                        stage.Case,
                        new("1", "2", "3", "4", "5", "6", "7", "8", "9"),
                        new ApprovalTerms(1, 0, 4, "")
                    ),
                    a,
                    default
                )
        );

        Assert.Equal("R-ASSESS-17", Assert.Single((await stage.Share()).Refusals).RuleId);
    }

    [Theory]
    [InlineData("2026-05-01 10:00", "2026-05-18")]
    [InlineData("2028-04-26 10:00", "2028-05-11")]
    [InlineData("2027-02-15 10:00", "2027-03-01")]
    public async Task X_06_X_07_X_41_observations_have_ten_working_days(string now, string due)
    {
        host.Clock.Set(now);
        var stage = await (await new AssessmentStage(host).ApplyAsync()).SharedAsync();

        var clock = await stage.ClockAsync(DeadlineRules.Observations);

        Assert.Equal(DateOnly.Parse(due), clock.DueOn);
        Assert.NotNull(clock.ApplicantTitle);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task R_ASSESS_15_the_applicants_copy_holds_nothing_confidential_and_panels_copy_everything()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync(2)).SharedAsync();

        var copies = await stage.ReadAsync(
            (_, db) => db.Set<ReportRendition>().Where(r => r.CaseId == stage.Case).ToListAsync()
        );
        var applicant = copies.Single(c => c.Kind == RenditionKind.ApplicantCopy);
        var panel = copies.Single(c => c.Kind == RenditionKind.PanelCopy);

        Assert.DoesNotContain("SECRET", applicant.Content);
        Assert.DoesNotContain(AssessmentStage.Words, applicant.Content);
        Assert.Contains("Suitable", applicant.Content);
        Assert.Contains("SECRET-ANNEX", panel.Content);
        Assert.Contains("SECRET-REFERENCE", panel.Content);
        Assert.DoesNotContain("001234567890", panel.Content);
        Assert.All(copies, c => Assert.Equal(Renditions.DigestOf(c.Content), c.Digest));
        var mail = await stage.ReadAsync(
            (_, db) =>
                db.Set<OutboxMessage>()
                    .Where(m => m.CaseId == stage.Case && m.Kind == "report.shared")
                    .CountAsync()
        );
        Assert.Equal(2, mail);
    }

    [Fact]
    public async Task T_APP_10_a_case_is_ready_when_everybody_has_sent_observations()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync(2)).SharedAsync();
        Assert.True((await stage.Observe(0)).Ok);

        var early = await Ready(stage);
        Assert.True((await stage.Observe(1, "")).Ok);
        var twice = await stage.Observe(1);
        var ready = await Ready(stage);

        Assert.StartsWith("Alex Stage-Demo has not sent", Assert.Single(early.Refusals).Reason);
        Assert.False(twice.Ok);
        Assert.True(ready.Ok, ready.Reasons);
        Assert.Equal(
            DeadlineStatus.Met,
            (await stage.ClockAsync(DeadlineRules.Observations)).Status
        );
    }

    [Fact]
    public async Task T_APP_10_Foster_makes_a_case_ready_on_the_day_after_the_window()
    {
        host.Clock.Set("2026-05-01 10:00");
        var stage = await (await new AssessmentStage(host).ApplyAsync()).SharedAsync();

        host.Clock.Set("2026-05-18 23:00");
        Assert.Equal(0, await SweepAsync(stage));
        host.Clock.Set("2026-05-19 00:30");
        Assert.Equal(1, await SweepAsync(stage));

        Assert.Equal(ApplicationState.ReadyForPanel, (await stage.ApplicationAsync()).State);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task The_manager_reviews_stage_2_when_half_of_its_time_is_over_R_ASSESS_18()
    {
        var stage = await PassedAsync();
        Assert.Contains(
            "while it runs",
            (await MidwayAsync(stage, Role.TeamManager)).Refusals[0].Reason,
            StringComparison.Ordinal
        );
        await stage.OpenStage2Async();
        var due = Assert.Single(await MidwayClocksAsync(stage));
        Assert.Equal(
            (host.Clock.Today.AddMonths(2), DeadlineStatus.Open, nameof(Role.TeamManager)),
            (due.DueOn, due.Status, due.HolderRole)
        );

        Assert.False((await MidwayAsync(stage, Role.Assessor)).Ok);
        Assert.Contains(
            "is not before that",
            (await MidwayAsync(stage, Role.TeamManager, host.Clock.Today.AddDays(-1)))
                .Refusals[0]
                .Reason,
            StringComparison.Ordinal
        );
        Assert.True((await MidwayAsync(stage, Role.TeamManager)).Ok);

        Assert.Equal(DeadlineStatus.Met, Assert.Single(await MidwayClocksAsync(stage)).Status);
    }

    [Fact]
    public async Task A_report_that_is_shared_first_ends_the_clock_of_the_midway_review()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync()).SharedAsync();

        Assert.Equal(
            DeadlineStatus.Cancelled,
            Assert.Single(await MidwayClocksAsync(stage)).Status
        );
        Assert.False((await MidwayAsync(stage, Role.TeamManager)).Ok);
    }

    private Task<Foster.Web.Foundation.Rules.Result> MidwayAsync(
        AssessmentStage stage,
        Role role,
        DateOnly? on = null
    ) =>
        stage.DoAsync<RecordMidwayReview>(
            role,
            (o, a) =>
                o.RunAsync(
                    new(
                        stage.Case,
                        on ?? host.Clock.Today,
                        "Four of six visits are done and the evidence is there."
                    ),
                    a,
                    default
                )
        );

    private static Task<List<Deadline>> MidwayClocksAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            (s, _) =>
                s.GetRequiredService<FosterDb>()
                    .Set<Deadline>()
                    .Where(d =>
                        d.CaseId == stage.Case && d.LineKey == DeadlineRules.MidwayReview.Key
                    )
                    .ToListAsync()
        );

    [Fact]
    public async Task Nobody_sends_observations_for_the_partner()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync(2)).SharedAsync();

        var refused = await stage.AsApplicantAsync<SendObservations>(
            0,
            (o, a) =>
                o.RunAsync(
                    new(stage.Case, stage.Applicants[1], "Hers", host.Clock.Today),
                    a,
                    default
                )
        );

        Assert.Equal("R-ASSESS-12", Assert.Single(refused.Refusals).RuleId);
    }

    [Fact]
    public async Task The_pack_says_who_made_the_assessment_and_holds_the_observations()
    {
        var stage = await (await new AssessmentStage(host).ApplyAsync()).SharedAsync();
        await stage.Observe(0, "We would also take twins.");

        var pack = await stage.ReadAsync(
            (s, _) => s.GetRequiredService<AssessmentReads>().PackAsync(stage.Case, default)
        );

        Assert.Equal(
            "report annex reference-1 reference-2 checks observations",
            string.Join(' ', pack!.Documents.Select(d => d.Key))
        );
        Assert.Equal(
            ["annex", "reference-1", "reference-2", "checks"],
            pack.Documents.Where(d => d.Confidential).Select(d => d.Key)
        );
        Assert.Contains("twins", pack.Documents[^1].Parts![^1].Text);
        Assert.Equal(new ApprovalTerms(2, 5, 11, "Short term"), pack.ProposedTerms);
        Assert.Equal([stage.Staff[Role.Assessor]], pack.Assessors);
        Assert.Equal([stage.Staff[Role.TeamManager]], pack.QualityCheckers);
    }

    [Fact]
    public async Task There_is_no_pack_before_the_report_is_shared()
    {
        var stage = await PassedAsync();

        Assert.Null(
            await stage.ReadAsync(
                (s, _) => s.GetRequiredService<AssessmentReads>().PackAsync(stage.Case, default)
            )
        );
    }

    private async Task<AssessmentStage> PassedAsync(int applicants = 1) =>
        await (
            await (
                await (await new AssessmentStage(host).ApplyAsync(applicants)).AssessAsync()
            ).CompleteAsync()
        ).PassAsync();

    private static Task<Foster.Web.Foundation.Rules.Result> Ready(AssessmentStage stage) =>
        stage.DoAsync<MakeReady>(Role.Assessor, (o, a) => o.RunAsync(new(stage.Case), a, default));

    private static Task<int> SweepAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            (s, _) =>
                s.GetRequiredService<ReadinessSweep>()
                    .SweepAsync(Actor.System(stage.Council), default)
        );

    public sealed class OnSqlite(SqliteHost host) : ReportTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : ReportTests(host),
            IClassFixture<PostgresHost>;
}
