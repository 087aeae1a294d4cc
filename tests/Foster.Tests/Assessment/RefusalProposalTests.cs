using Foster.TestKit;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>R-ASSESS-05: one refusal at stage 1 waits for the decision maker, and can be taken back until they decide.</summary>
public abstract class RefusalProposalTests(FosterHost host)
{
    [Fact]
    public async Task A_second_proposal_is_refused_while_one_waits_R_ASSESS_05()
    {
        var stage = await BeginAsync();

        var first = await ProposeAsync(stage, Role.Assessor, "S1D");
        var again = await ProposeAsync(stage, Role.Assessor, "S1A");
        var manager = await ProposeAsync(stage, Role.TeamManager, "S1A");

        Assert.True(first.Ok, first.Reasons);
        Assert.All(
            (Result[])[again, manager],
            r =>
            {
                Assert.Equal("R-ASSESS-05", Assert.Single(r.Refusals).RuleId);
                Assert.Contains("by Stage Assessor on 15 May 2026", r.Reasons);
            }
        );
        var row = Assert.Single(await WaitingAsync(stage));
        Assert.Equal("S1D", row.ReasonCode);
        Assert.Equal("Robin Stage-Demo and Alex Stage-Demo", row.Names);
    }

    [Fact]
    public async Task Two_who_propose_at_once_make_one_proposal()
    {
        var stage = await BeginAsync();

        var both = await Task.WhenAll(
            ProposeAsync(stage, Role.Assessor, "S1D"),
            ProposeAsync(stage, Role.TeamManager, "S1A")
        );

        Assert.Single(both, r => r.Ok);
        Assert.Single(await WaitingAsync(stage));
    }

    [Fact]
    public async Task Who_proposed_it_or_the_manager_takes_it_back_with_a_reason_and_it_is_off_the_list()
    {
        var stage = await BeginAsync();
        Assert.Equal("R-ASSESS-05", (await TakeBackAsync(stage, Role.Assessor)).Refusals[0].RuleId);
        await ProposeAsync(stage, Role.TeamManager, "S1A");

        var other = await TakeBackAsync(stage, Role.Assessor);
        var unsaid = await TakeBackAsync(stage, Role.TeamManager, "No");
        Assert.Equal("R-ASSESS-05", Assert.Single(other.Refusals).RuleId);
        Assert.Equal("R-VAL-06", Assert.Single(unsaid.Refusals).RuleId);
        Assert.Single(await WaitingAsync(stage));

        var done = await TakeBackAsync(stage, Role.TeamManager);

        Assert.True(done.Ok, done.Reasons);
        Assert.Empty(await WaitingAsync(stage));
        Assert.True((await ProposeAsync(stage, Role.Assessor, "S1D")).Ok);
        Assert.Equal("S1D", Assert.Single(await WaitingAsync(stage)).ReasonCode);
        Assert.True((await TakeBackAsync(stage, Role.Assessor)).Ok);
        Assert.Equal(
            2,
            await stage.ReadAsync(
                (_, db) =>
                    db.Set<HistoryEntry>()
                        .CountAsync(h =>
                            h.CaseId == stage.Case && h.Kind == "stage1.refusal-taken-back"
                        )
            )
        );
    }

    [Fact]
    public async Task Stage_1_is_not_passed_over_a_proposal_that_waits()
    {
        var stage = await BeginAsync();
        await stage.CompleteAsync();
        Assert.True((await stage.Confirm()).Ok);
        await ProposeAsync(stage, Role.Assessor, "S1D");

        var passed = await stage.Pass(stage.Staff[Role.TeamManager]);
        Assert.Equal("R-ASSESS-05", Assert.Single(passed.Refusals).RuleId);

        Assert.True((await TakeBackAsync(stage, Role.TeamManager)).Ok);
        passed = await stage.Pass(stage.Staff[Role.TeamManager]);
        Assert.True(passed.Ok, passed.Reasons);
    }

    [Fact]
    public async Task With_stage_2_open_the_managers_proposal_takes_the_place_of_the_assessors_R_ASSESS_20()
    {
        var stage = await (await BeginAsync()).OpenStage2Async();
        await ProposeAsync(stage, Role.Assessor, "S1D");

        Assert.True((await ProposeAsync(stage, Role.TeamManager, "S1A")).Ok);

        Assert.Equal("S1A", Assert.Single(await WaitingAsync(stage)).ReasonCode);
        Assert.False((await ProposeAsync(stage, Role.TeamManager, "S1A")).Ok);
    }

    [Fact]
    public async Task The_page_of_the_assessment_opens_on_the_proposal_and_offers_no_second()
    {
        var stage = await BeginAsync();
        using var assessor = host.Visitor();
        await assessor.SignInAsync(stage.SignIns[Role.Assessor]);
        var before = await assessor.GetAsync(AssessmentLinks.Of(stage.Case));
        Assert.Contains("Propose a refusal", before.Text);
        Assert.Contains("Confirm that stage 1 is complete", before.Text);
        // Identity, records, DBS and medical reports of both: the home we look at ourselves, the referees follow by themselves.
        Assert.Contains("Ask for the checks: 8 are not asked for yet", before.Text);
        await ProposeAsync(stage, Role.Assessor, "S1D");

        var page = await assessor.GetAsync(AssessmentLinks.Of(stage.Case));
        var list = await assessor.GetAsync(AssessmentLinks.List);

        Assert.Contains("A refusal at stage 1 is proposed", page.Text);
        Assert.Contains("Home or household (S1D)", page.Text);
        Assert.Contains("The decision maker decides", page.Text);
        Assert.DoesNotContain("Propose a refusal", page.Text);
        Assert.DoesNotContain("Confirm that stage 1 is complete", page.Text);
        Assert.Contains("Robin Stage-Demo and Alex Stage-Demo", list.Text);

        var back = await (await assessor.GetAsync(AssessmentLinks.TakeBackRefusal(stage.Case)))
            .Form()
            .Fill("Why do you take it back?", AssessmentStage.Why)
            .SubmitAsync();
        Assert.Equal("The proposal is taken back.", back.Notification);
        Assert.DoesNotContain("A refusal at stage 1 is proposed", back.Text);
    }

    private async Task<AssessmentStage> BeginAsync()
    {
        host.Clock.Set("2026-05-15 10:00");
        return await (await new AssessmentStage(host).ApplyAsync(2)).AssessAsync();
    }

    private static Task<Result> ProposeAsync(AssessmentStage stage, Role role, string code) =>
        stage.DoAsync<ProposeRefusal>(
            role,
            (o, a) => o.RunAsync(new(stage.Case, code, AssessmentStage.Why), a, default)
        );

    private static Task<Result> TakeBackAsync(
        AssessmentStage stage,
        Role role,
        string reason = AssessmentStage.Why
    ) =>
        stage.DoAsync<TakeBackRefusal>(
            role,
            (o, a) => o.RunAsync(new(stage.Case, reason), a, default)
        );

    /// <summary>As the decision maker of this council finds them.</summary>
    private static Task<IReadOnlyList<ProposedRefusal>> WaitingAsync(AssessmentStage stage) =>
        stage.ReadAsync(
            (s, _) => s.GetRequiredService<AssessmentWorkReads>().ProposedRefusalsAsync(default)
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : RefusalProposalTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : RefusalProposalTests(host),
            IClassFixture<PostgresDemoHost>;
}
