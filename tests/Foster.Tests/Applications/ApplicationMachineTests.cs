using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;
using static Foster.Web.Features.Applications.ApplicationState;
using static Foster.Web.Features.Applications.ApplicationVerb;

namespace Foster.Tests.Applications;

/// <summary>The table of §10.2, T-APP-01…07, 09…12, 14, 15, 23 and 25, written out again and compared cell by cell.</summary>
public class ApplicationMachineTests
{
    private static readonly DateOnly Day = new(2026, 5, 15);

    private static readonly ApplicationState[] NonTerminal =
    [
        Draft,
        Submitted,
        Stage1,
        Stage1Complete,
        Stage1Passed,
        ReportShared,
        ReadyForPanel,
        PanelDeferred,
        PanelRecommended,
        AwaitingDecision,
    ];

    private static readonly (
        string Rule,
        ApplicationVerb Verb,
        ApplicationState[] From,
        ApplicationState? To,
        Role[] By
    )[] Expected =
    [
        ("T-APP-01", Submit, [Draft], Submitted, [Role.ProspectiveCarer]),
        ("T-APP-02", DecideToAssess, [Submitted], Stage1, [Role.TeamManager]),
        ("T-APP-03", DeclineToAssess, [Submitted], AssessmentDeclined, [Role.TeamManager]),
        ("T-APP-04", OpenStage2, [Stage1, Stage1Complete, Stage1Passed], null, [Role.TeamManager]),
        ("T-APP-05", CompleteStage1, [Stage1], Stage1Complete, [Role.Assessor, Role.System]),
        ("T-APP-06", PassStage1, [Stage1Complete], Stage1Passed, [Role.TeamManager]),
        (
            "T-APP-07",
            RefuseStage1,
            [Stage1, Stage1Complete],
            Stage1Unsuccessful,
            [Role.DecisionMaker]
        ),
        ("T-APP-09", ShareReport, [Stage1Passed], ReportShared, [Role.Assessor, Role.TeamManager]),
        ("T-APP-10", MakeReady, [ReportShared], ReadyForPanel, [Role.Assessor, Role.System]),
        (
            "T-APP-11",
            Recommend,
            [ReadyForPanel],
            PanelRecommended,
            [Role.PanelAdviser, Role.PanelChair]
        ),
        ("T-APP-12", Defer, [ReadyForPanel], PanelDeferred, [Role.PanelAdviser, Role.PanelChair]),
        ("T-APP-12", Relist, [PanelDeferred], ReadyForPanel, [Role.PanelAdviser, Role.PanelChair]),
        (
            "T-APP-14",
            SendToDecisionMaker,
            [PanelRecommended],
            AwaitingDecision,
            // Back-dating needs the team manager (§10.5).
            [Role.PanelAdviser, Role.TeamManager]
        ),
        ("T-APP-15", Approve, [AwaitingDecision], Approved, [Role.DecisionMaker]),
        ("T-APP-25", ReturnToStage2, [AwaitingDecision], Stage1Passed, [Role.DecisionMaker]),
        ("T-APP-25", ReturnToPanel, [AwaitingDecision], ReadyForPanel, [Role.DecisionMaker]),
        (
            "T-APP-23",
            Withdraw,
            NonTerminal,
            Withdrawn,
            // Back-dating needs the team manager (§10.5).
            [Role.ProspectiveCarer, Role.Assessor, Role.TeamManager]
        ),
        // A draft has no assessor yet, so whoever invited them writes down what they say.
        ("T-APP-23", Withdraw, [Draft], Withdrawn, [Role.RecruitmentOfficer]),
        // A couple parts before anything was received; afterwards the case is paused.
        (
            "R-APP-06",
            ApplicationVerb.GoOnAlone,
            [Draft],
            null,
            [Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager]
        ),
    ];

    public static TheoryData<ApplicationState, ApplicationVerb> Cells()
    {
        var cells = new TheoryData<ApplicationState, ApplicationVerb>();
        foreach (var state in Enum.GetValues<ApplicationState>())
        foreach (var verb in Enum.GetValues<ApplicationVerb>())
            cells.Add(state, verb);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_act_in_every_state_by_every_role(ApplicationState state, ApplicationVerb verb)
    {
        var rows = Expected.Where(e => e.Verb == verb).ToList();
        foreach (var role in Enum.GetValues<Role>())
        {
            var row = rows.Find(r => r.From.Contains(state) && r.By.Contains(role));
            var allowed = row.Rule is not null;
            if (!allowed)
                row = rows[0];
            var against = ApplicationMachine.Table.Against(state, verb, role);
            Assert.True(
                allowed == (against.Count == 0),
                $"{verb} in {state} by {role}: {string.Join(" ", against.Select(r => r.Reason))}"
            );
            Assert.All(against, r => Assert.Equal(row.Rule, r.RuleId));
            Assert.All(against, r => Assert.EndsWith(".", r.Reason));
            if (allowed)
                Assert.Equal(row.To, ApplicationMachine.Table.Row(state, verb, role).To);
            // The record itself gives the same answer as the table, and moves as it says.
            if (At(state) is not { } application)
                continue;
            var done = Do(application, verb, By(role));
            Assert.Equal(allowed, done.Ok);
            Assert.Equal(allowed ? row.To ?? state : state, application.State);
        }
    }

    [Fact]
    public void The_states_that_end_the_road_are_those_of_the_domain() =>
        Assert.Equal(
            [AssessmentDeclined, Stage1Unsuccessful, Approved, Withdrawn],
            Enum.GetValues<ApplicationState>().Except(ApplicationMachine.Open)
        );

    [Fact]
    public void A_refusal_names_the_state_the_role_and_every_guard_at_once()
    {
        var application = At(Submitted)!;

        var refused = application.PassStage1(
            By(Role.Assessor),
            Day,
            [new Refusal("One."), new Refusal("Two.")]
        );

        Assert.Equal(4, refused.Refusals.Count);
        Assert.Equal(Submitted, application.State);
    }

    [Fact]
    public void R_VAL_04_a_decision_never_stands_before_what_it_decides_on()
    {
        var application = At(Submitted)!;

        var refused = application.DecideToAssess(By(Role.TeamManager), Day.AddDays(-1), []);

        Assert.Equal("R-VAL-04", Assert.Single(refused.Refusals).RuleId);
    }

    [Fact]
    public void T_APP_04_stage_2_is_opened_once_only()
    {
        var application = At(Stage1)!;
        Assert.True(application.OpenStage2(By(Role.TeamManager), Day, []).Ok);

        Assert.False(application.OpenStage2(By(Role.TeamManager), Day, []).Ok);
    }

    [Fact]
    public void T_APP_25_a_returned_case_takes_back_the_later_dates()
    {
        var application = At(AwaitingDecision)!;

        Assert.True(application.ReturnToStage2(By(Role.DecisionMaker), []).Ok);

        Assert.Null(application.ReportSharedOn);
        Assert.Null(application.RecommendedOn);
        Assert.NotNull(application.Stage1DecisionOn);
    }

    /// <summary>An application that has walked to this state. Stage 2 is open where the way leads through it.</summary>
    internal static Application? At(
        ApplicationState state,
        Guid? council = null,
        Guid? caseId = null
    )
    {
        var application = new Application
        {
            CouncilId = council ?? Guid.NewGuid(),
            CaseId = caseId ?? Guid.NewGuid(),
            CreatedOn = Day,
        };
        Walk(application, state);
        return application;
    }

    /// <summary>Walks a draft to a state.</summary>
    internal static void Walk(Application application, ApplicationState state)
    {
        ApplicationVerb[] way = state switch
        {
            Draft => [],
            Submitted => [Submit],
            AssessmentDeclined => [Submit, DeclineToAssess],
            Stage1 => [Submit, DecideToAssess],
            Stage1Complete => [Submit, DecideToAssess, CompleteStage1],
            Stage1Unsuccessful => [Submit, DecideToAssess, RefuseStage1],
            Stage1Passed => [Submit, DecideToAssess, CompleteStage1, PassStage1],
            Withdrawn => [Withdraw],
            _ => [Submit, DecideToAssess, CompleteStage1, PassStage1, OpenStage2, ShareReport],
        };
        ApplicationVerb[] more = state switch
        {
            ReadyForPanel => [MakeReady],
            PanelDeferred => [MakeReady, Defer],
            PanelRecommended => [MakeReady, Recommend],
            AwaitingDecision => [MakeReady, Recommend, SendToDecisionMaker],
            Approved => [MakeReady, Recommend, SendToDecisionMaker, Approve],
            _ => [],
        };
        foreach (var verb in way.Concat(more))
            Assert.True(Do(application, verb, By(Expected.First(e => e.Verb == verb).By[0])).Ok);
        Assert.Equal(state, application.State);
    }

    private static Result Do(Application a, ApplicationVerb verb, Actor by)
    {
        if (verb == ShareReport && a.State == Stage1Passed && a.Stage2StartedOn is null)
            a.OpenStage2(By(Role.TeamManager), Day, []);
        return verb switch
        {
            Submit => a.Submit(by, Day, []),
            DecideToAssess => a.DecideToAssess(by, Day, []),
            DeclineToAssess => a.DeclineToAssess(by, Day, []),
            OpenStage2 => a.OpenStage2(by, Day, []),
            CompleteStage1 => a.CompleteStage1(by, Day, []),
            PassStage1 => a.PassStage1(by, Day, []),
            RefuseStage1 => a.RefuseStage1(by, Day, []),
            ShareReport => a.ShareReport(by, Day, []),
            MakeReady => a.MakeReady(by, Day, []),
            Recommend => a.Recommend(by, Day, []),
            Defer => a.Defer(by, []),
            Relist => a.Relist(by, []),
            SendToDecisionMaker => a.SendToDecisionMaker(by, Day, []),
            Approve => a.Approve(by, Day, []),
            ReturnToStage2 => a.ReturnToStage2(by, []),
            ReturnToPanel => a.ReturnToPanel(by, []),
            ApplicationVerb.GoOnAlone => a.GoOnAlone(by, Day.ToDateTime(new(12, 0)), []),
            _ => a.Withdraw(by, Day, "AW0", []),
        };
    }

    private static Actor By(Role role) => new(Guid.NewGuid(), "Demo", role, Guid.NewGuid());
}
