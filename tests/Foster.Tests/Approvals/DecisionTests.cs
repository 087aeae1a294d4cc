using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Approvals.PanelStage;

namespace Foster.Tests.Approvals;

public abstract class DecisionTests(FosterHost host)
{
    private readonly PanelStage stage = new(host);

    [Theory]
    [InlineData(
        "X-13",
        "2026-12-01",
        "2026-12-15",
        "2026-12-18",
        "2026-12-31",
        "2027-01-05",
        "2027-01-08"
    )]
    [InlineData(
        "X-14",
        "2026-03-16",
        "2026-03-26",
        "2026-04-01",
        "2026-04-14",
        "2026-04-16",
        "2026-04-21"
    )]
    public async Task The_clocks_of_decision_and_notice_are_the_worked_examples(
        string example,
        string start,
        string panel,
        string minutes,
        string due,
        string oral,
        string written
    )
    {
        host.Clock.Set($"{start} 10:00");
        var caseId = await stage.ReadyAsync();
        var item = await stage.MetAsync(caseId, await stage.MeetingAsync(DateOnly.Parse(panel)));
        Ok(await stage.RecommendAsync(item));
        host.Clock.Set($"{minutes} 16:00");
        Ok(await stage.WriteAsync(item));
        Ok(await stage.SignAsync(item));
        Ok(await stage.ToDecisionAsync(item));
        var clock = await stage.DeadlineAsync(caseId, DeadlineRules.DecisionMakerDecision);
        Assert.True(DateOnly.Parse(due) == clock.DueOn, example);
        Assert.Equal("DecisionMaker", clock.HolderRole);

        host.Clock.Set($"{due} 12:00");
        Ok(await stage.ApproveAsync(caseId));

        clock = await stage.DeadlineAsync(caseId, DeadlineRules.DecisionMakerDecision);
        Assert.Equal(DeadlineStatus.Met, clock.Status);
        var told = await stage.DeadlineAsync(caseId, DeadlineRules.OralOutcome);
        var sent = await stage.DeadlineAsync(caseId, DeadlineRules.WrittenOutcome);
        Assert.Equal((DateOnly.Parse(oral), "Assessor"), (told.DueOn, told.HolderRole));
        Assert.Equal((DateOnly.Parse(written), "PanelAdviser"), (sent.DueOn, sent.HolderRole));
        Assert.NotNull(told.ApplicantTitle);
        Assert.Equal(ApplicationState.Approved, await stage.StateAsync(caseId));
    }

    [Fact]
    public async Task R_VAL_09_nobody_who_is_approved_is_approved_again_in_another_case()
    {
        host.Clock.Set("2026-06-01 10:00");
        var born = new DateOnly(1971, 5, 6);
        var (one, other) = (
            await stage.ReadyAsync(firstBorn: born),
            await stage.ReadyAsync(firstBorn: born)
        );
        foreach (var (caseId, day) in new[] { (one, 16), (other, 30) })
            await stage.AwaitingAsync(caseId, await stage.MeetingAsync(new(2026, 6, day)));
        Ok(await stage.ApproveAsync(one));
        // Also where nobody who decides here may see the first case (R-SOD-08).
        await stage.LookAsync(async db =>
        {
            (await db.Set<Case>().SingleAsync(c => c.Id == one)).Restrict([]);
            return await db.SaveChangesAsync();
        });

        var twice = await stage.ApproveAsync(other);

        RefusedBy(twice, "R-VAL-09");
        Assert.Equal(2, twice.Refusals.Count(r => r.RuleId == "R-VAL-09"));
        Assert.Equal(ApplicationState.AwaitingDecision, await stage.StateAsync(other));
    }

    [Fact]
    public async Task X_50_R_SOD_01_whoever_assessed_the_case_does_not_decide_on_it()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 2));
        await stage.GrantAsync(Assessor, Role.DecisionMaker);

        RefusedBy(await stage.ApproveAsync(caseId, Assessor), "R-SOD-01");
        RefusedBy(await ReturnAsync(caseId, Assessor), "R-SOD-01");
        Ok(await stage.ApproveAsync(caseId));
    }

    [Fact]
    public async Task R_SOD_01_nor_does_whoever_acted_in_it_as_team_manager()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 3));
        await stage.GrantAsync(Manager, Role.DecisionMaker);
        await stage.AsAsync(
            Manager,
            async (s, a) =>
            {
                await s.GetRequiredService<Foster.Web.Foundation.History.CaseHistory>()
                    .WriteAsync(a, caseId, new("stage1.passed", "Passed"), default);
                return await s.GetRequiredService<Foster.Web.Foundation.Data.FosterDb>()
                    .SaveChangesAsync();
            }
        );

        RefusedBy(await stage.ApproveAsync(caseId, Manager), "R-SOD-01");
    }

    [Fact]
    public async Task R_SOD_02_nor_does_anybody_of_the_panel_that_heard_it()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 4));
        await stage.GrantAsync(Vice, Role.DecisionMaker);

        RefusedBy(await stage.ApproveAsync(caseId, Vice), "R-SOD-02");
    }

    [Fact]
    public async Task R_SOD_06_nobody_decides_on_behalf_of_the_decision_maker()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 5));

        var refused = await stage.AsAsync(
            DecisionMaker,
            (s, a) =>
                s.GetRequiredService<DutyReads>()
                    .AgainstDecidingAsync(caseId, a with { OnBehalfOf = "Somebody" }, default)
        );

        Assert.Equal("R-SOD-06", Assert.Single(refused).RuleId);
    }

    [Fact]
    public async Task T_APP_15_everything_that_is_missing_is_said_at_once()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 8));

        var refused = await stage.ApproveAsync(
            caseId,
            change: i =>
                i with
                {
                    Reasons = "Yes",
                    Evidence = " ",
                    Read = ReadEverything.Report,
                    Terms = new(4, 12, 5, ""),
                    ApprovedElsewhere = true,
                }
        );

        foreach (var rule in new[] { "R-VAL-06", "R-ADM-02", "R-ADM-08", "R-VAL-07", "R-TRF-01" })
            RefusedBy(refused, rule);
        Assert.Equal(ApplicationState.AwaitingDecision, await stage.StateAsync(caseId));
    }

    [Fact]
    public async Task R_TRF_01_an_approval_elsewhere_has_to_have_ended()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 9));
        var today = host.Clock.Today;

        RefusedBy(await ElsewhereAsync(caseId, null), "R-TRF-01");
        RefusedBy(await ElsewhereAsync(caseId, today.AddDays(1)), "R-TRF-01");
        Ok(await ElsewhereAsync(caseId, today));
    }

    [Fact]
    public async Task R_TRF_01_what_is_on_record_of_an_approval_elsewhere_stands_whatever_is_entered()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 17));
        var today = host.Clock.Today;
        Ok(
            await ManagerAsync<OpenTransfer>(
                (o, a) => o.RunAsync(new(caseId, "Elsewhere", false), a, default)
            )
        );

        var unknown = await stage.ApproveAsync(caseId);
        RefusedBy(unknown, "R-TRF-01");
        Assert.Contains("end is not known", unknown.Reasons);
        Ok(
            await ManagerAsync<TellFormerService>(
                (o, a) => o.RunAsync(new(caseId, today), a, default)
            )
        );
        Ok(
            await ManagerAsync<RecordOldApprovalEnd>(
                (o, a) => o.RunAsync(new(caseId, today.AddDays(1), false), a, default)
            )
        );
        RefusedBy(await stage.ApproveAsync(caseId), "R-TRF-01");
        RefusedBy(await ElsewhereAsync(caseId, today), "R-TRF-01");

        host.Clock.AdvanceDays(1);
        Ok(await stage.ApproveAsync(caseId));
    }

    [Fact]
    public async Task T_APP_14_needs_the_signature_and_no_date_before_it()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var item = await stage.MetAsync(caseId, await stage.MeetingAsync(new(2026, 6, 10)));
        Ok(await stage.RecommendAsync(item));
        RefusedBy(await stage.ToDecisionAsync(item), "T-APP-14");
        Ok(await stage.WriteAsync(item));
        host.Clock.Set("2026-06-12 10:00");
        Ok(await stage.SignAsync(item));

        RefusedBy(await stage.ToDecisionAsync(item, new(2026, 6, 11)), "R-VAL-04");
        RefusedBy(await stage.ToDecisionAsync(item, new(2026, 6, 13)), "R-VAL-04");
        host.Clock.Set("2026-06-22 10:00");
        RefusedBy(await stage.ToDecisionAsync(item, new(2026, 6, 12)), "R-VAL-04");
        Ok(await stage.ToDecisionAsync(item, new(2026, 6, 15)));

        var clock = await stage.DeadlineAsync(caseId, DeadlineRules.DecisionMakerDecision);
        Assert.Equal(new DateOnly(2026, 6, 24), clock.DueOn);
        var minutes = await stage.DeadlineAsync(caseId, DeadlineRules.PanelMinutes);
        Assert.Equal(DeadlineStatus.Met, minutes.Status);
    }

    [Theory]
    [InlineData(true, ApplicationState.ReadyForPanel)]
    [InlineData(false, ApplicationState.Stage1Passed)]
    public async Task T_APP_25_a_returned_case_goes_back_and_its_clock_runs_on_without_a_waiver(
        bool toPanel,
        ApplicationState to
    )
    {
        var caseId = await AwaitingAsync(new(2026, 6, 11));

        RefusedBy(await ReturnAsync(caseId, DecisionMaker, toPanel, "short"), "R-VAL-06");
        Ok(await ReturnAsync(caseId, DecisionMaker, toPanel));

        Assert.Equal(to, await stage.StateAsync(caseId));
        var clock = await stage.DeadlineAsync(caseId, DeadlineRules.DecisionMakerDecision);
        Assert.Equal(DeadlineStatus.Open, clock.Status);
    }

    [Fact]
    public async Task R_ADM_07_a_waiver_on_record_sets_the_clock_aside()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 12));

        RefusedBy(await ReturnAsync(caseId, DecisionMaker, waiver: "short"), "R-VAL-06");
        Ok(await ReturnAsync(caseId, DecisionMaker, waiver: "Panel meets again in July only."));

        var clock = await stage.DeadlineAsync(caseId, DeadlineRules.DecisionMakerDecision);
        Assert.Equal(DeadlineStatus.Waived, clock.Status);
        Assert.Equal("Panel meets again in July only.", clock.WaiverReason);
        var item = await stage.AwaitingAsync(caseId, await stage.MeetingAsync(new(2026, 7, 7)));
        Assert.NotEqual(Guid.Empty, item);
        Ok(await stage.ApproveAsync(caseId));
    }

    [Fact]
    public async Task R_ADM_04_telling_by_word_of_mouth_is_dated_and_meets_its_clock()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 15));
        Ok(await stage.ApproveAsync(caseId));
        host.Clock.Set("2026-06-17 12:00");

        RefusedBy(await TellAsync(caseId, new(2026, 6, 14)), "R-VAL-04");
        RefusedBy(await TellAsync(caseId, new(2026, 6, 18)), "R-VAL-04");
        Ok(await TellAsync(caseId, new(2026, 6, 16)));
        RefusedBy(await TellAsync(caseId, new(2026, 6, 16)), "R-ADM-04");

        var clock = await stage.DeadlineAsync(caseId, DeadlineRules.OralOutcome);
        Assert.Equal(
            (DeadlineStatus.Met, new DateOnly(2026, 6, 16)),
            (clock.Status, clock.ClosedOn!.Value)
        );
    }

    [Fact]
    public async Task R_ADM_05_each_applicant_gets_a_notice_with_the_terms()
    {
        var caseId = await AwaitingAsync(new(2026, 6, 16));
        Ok(await stage.ApproveAsync(caseId));
        host.Clock.Set("2026-06-24 09:00");

        Ok(await SendAsync(caseId));
        RefusedBy(await SendAsync(caseId), "R-ADM-04");

        var letters = await stage.LookAsync(db =>
            db.Set<Letter>().Where(l => l.CaseId == caseId).ToListAsync()
        );
        Assert.Equal(2, letters.Count);
        Assert.All(
            letters,
            l =>
            {
                Assert.Equal("approval.notice", l.Kind);
                Assert.Contains(Terms.InWords(), l.Body, StringComparison.Ordinal);
                Assert.DoesNotContain(Why, l.Body, StringComparison.Ordinal);
            }
        );
        var clock = await stage.DeadlineAsync(caseId, DeadlineRules.WrittenOutcome);
        Assert.Equal(DeadlineStatus.Missed, clock.Status);
    }

    private async Task<Guid> AwaitingAsync(DateOnly panel)
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        await stage.AwaitingAsync(caseId, await stage.MeetingAsync(panel));
        return caseId;
    }

    private Task<Result<Decision>> ElsewhereAsync(Guid caseId, DateOnly? ended) =>
        stage.ApproveAsync(
            caseId,
            change: i => i with { ApprovedElsewhere = true, EndedElsewhereOn = ended }
        );

    private Task<Result> ManagerAsync<T>(Func<T, Actor, Task<Result>> act)
        where T : notnull => stage.AsAsync(Manager, (s, a) => act(s.GetRequiredService<T>(), a));

    private Task<Result> ReturnAsync(
        Guid caseId,
        string by,
        bool toPanel = true,
        string reasons = Why,
        string? waiver = null
    ) =>
        stage.AsAsync(
            by,
            (s, a) =>
                s.GetRequiredService<ReturnCase>()
                    .RunAsync(
                        new(caseId, toPanel, "more-information", reasons, waiver),
                        a,
                        default
                    ),
            Role.DecisionMaker
        );

    private Task<Result> TellAsync(Guid caseId, DateOnly on) =>
        stage.AsAsync(
            Assessor,
            (s, a) => s.GetRequiredService<RecordOralNotice>().RunAsync(new(caseId, on), a, default)
        );

    private Task<Result> SendAsync(Guid caseId) =>
        stage.AsAsync(
            Adviser,
            (s, a) => s.GetRequiredService<SendWrittenNotice>().RunAsync(new(caseId), a, default)
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : DecisionTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : DecisionTests(host),
            IClassFixture<PostgresDemoHost>;
}
