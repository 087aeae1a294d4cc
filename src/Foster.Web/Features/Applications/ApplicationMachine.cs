using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Applications.ApplicationState;

namespace Foster.Web.Features.Applications;

/// <summary>Where an application stands (§10.2). Whether stage 2 is open is kept beside it, since the stages overlap.</summary>
public enum ApplicationState
{
    Draft,
    Submitted,
    AssessmentDeclined,
    Stage1,
    Stage1Complete,
    Stage1Passed,
    Stage1Unsuccessful,
    ReportShared,
    ReadyForPanel,
    PanelDeferred,
    PanelRecommended,
    AwaitingDecision,
    Approved,
    Withdrawn,
}

/// <summary>What people do to an application.</summary>
public enum ApplicationVerb
{
    Submit,
    DecideToAssess,
    DeclineToAssess,
    OpenStage2,
    CompleteStage1,
    PassStage1,
    RefuseStage1,
    ShareReport,
    MakeReady,
    Recommend,
    Defer,
    Relist,
    SendToDecisionMaker,
    Approve,
    ReturnToStage2,
    ReturnToPanel,
    Withdraw,
    GoOnAlone,
}

/// <summary>The state table of an application.</summary>
public static class ApplicationMachine
{
    /// <summary>States in which the road is still open.</summary>
    public static IReadOnlyList<ApplicationState> Open { get; } =
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

    public static StateMachine<ApplicationState, ApplicationVerb> Table { get; } =
        new(
            "Application",
            Words,
            Words,
            Row(
                "T-APP-01",
                ApplicationVerb.Submit,
                [Draft],
                Submitted,
                "Every applicant has signed; nothing is missing",
                Role.ProspectiveCarer
            ),
            Row(
                "T-APP-02",
                ApplicationVerb.DecideToAssess,
                [Submitted],
                Stage1,
                "A qualified assessor who is not connected is named",
                Role.TeamManager
            ),
            Row(
                "T-APP-03",
                ApplicationVerb.DeclineToAssess,
                [Submitted],
                AssessmentDeclined,
                "Reasons; a letter goes out",
                Role.TeamManager
            ),
            Row(
                "T-APP-04",
                ApplicationVerb.OpenStage2,
                [Stage1, Stage1Complete, Stage1Passed],
                null,
                "Stage 2 is not open yet",
                Role.TeamManager
            ),
            Row(
                "T-APP-05",
                ApplicationVerb.CompleteStage1,
                [Stage1],
                Stage1Complete,
                "Every mandatory item is in",
                Role.Assessor,
                Role.System
            ),
            Row(
                "T-APP-06",
                ApplicationVerb.PassStage1,
                [Stage1Complete],
                Stage1Passed,
                "Reasons; not the assessor's own case",
                Role.TeamManager
            ),
            Row(
                "T-APP-07",
                ApplicationVerb.RefuseStage1,
                [Stage1, Stage1Complete],
                Stage1Unsuccessful,
                "Reasons; letter with the complaints route; in time",
                Role.DecisionMaker
            ),
            Row(
                "T-APP-09",
                ApplicationVerb.ShareReport,
                [Stage1Passed],
                ReportShared,
                "Stage 2 open, preparation complete, checks current, terms proposed, quality checked",
                Role.Assessor,
                Role.TeamManager
            ),
            Row(
                "T-APP-10",
                ApplicationVerb.MakeReady,
                [ReportShared],
                ReadyForPanel,
                "Observations are in or their ten working days are over; both copies stored",
                Role.Assessor,
                Role.System
            ),
            Row(
                "T-APP-11",
                ApplicationVerb.Recommend,
                [ReadyForPanel],
                PanelRecommended,
                "Quorate, nobody in conflict, papers in time or accepted, minutes signed",
                Role.PanelAdviser,
                Role.PanelChair
            ),
            Row(
                "T-APP-12",
                ApplicationVerb.Defer,
                [ReadyForPanel],
                PanelDeferred,
                "What is needed and a target date",
                Role.PanelAdviser,
                Role.PanelChair
            ),
            Row(
                "T-APP-12",
                ApplicationVerb.Relist,
                [PanelDeferred],
                ReadyForPanel,
                "What was asked for has been done; a new date",
                Role.PanelAdviser,
                Role.PanelChair
            ),
            Row(
                "T-APP-14",
                ApplicationVerb.SendToDecisionMaker,
                [PanelRecommended],
                AwaitingDecision,
                "Minutes final; the pack is complete; the team manager only for a day that lies longer back (R-VAL-04)",
                Role.PanelAdviser,
                Role.TeamManager
            ),
            Row(
                "T-APP-15",
                ApplicationVerb.Approve,
                [AwaitingDecision],
                Approved,
                "Not assessor, panel member or manager of this case; not approved elsewhere; reasons; terms",
                Role.DecisionMaker
            ),
            Row(
                "T-APP-25",
                ApplicationVerb.ReturnToStage2,
                [AwaitingDecision],
                Stage1Passed,
                "Reasons; the assessment is taken up again",
                Role.DecisionMaker
            ),
            Row(
                "T-APP-25",
                ApplicationVerb.ReturnToPanel,
                [AwaitingDecision],
                ReadyForPanel,
                "Reasons; more information for panel",
                Role.DecisionMaker
            ),
            Row(
                "T-APP-23",
                ApplicationVerb.Withdraw,
                Open,
                Withdrawn,
                "The applicant's statement and a reason; the team manager only for a day that lies longer back (R-VAL-04), or while it is being filled in",
                Role.ProspectiveCarer,
                Role.Assessor,
                Role.TeamManager
            ),
            // Nobody assesses a draft yet, so whoever invited them writes it down.
            Row(
                "T-APP-23",
                ApplicationVerb.Withdraw,
                [Draft],
                Withdrawn,
                "The applicant's statement and a reason, before anybody assesses",
                Role.RecruitmentOfficer
            ),
            Row(
                "R-APP-06",
                ApplicationVerb.GoOnAlone,
                [Draft],
                null,
                "Two apply and nothing was received; a reason",
                Role.RecruitmentOfficer,
                Role.Assessor,
                Role.TeamManager
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(ApplicationState state) =>
        state switch
        {
            Draft => "being filled in",
            Submitted => "received and waiting for the decision to assess",
            AssessmentDeclined => "declined before assessment",
            Stage1 => "in stage 1",
            Stage1Complete => "complete for stage 1 and waiting for the stage 1 decision",
            Stage1Passed => "past stage 1",
            Stage1Unsuccessful => "ended at stage 1",
            ReportShared => "with the applicants, who have the report",
            ReadyForPanel => "ready for panel",
            PanelDeferred => "deferred by panel",
            PanelRecommended => "recommended by panel",
            AwaitingDecision => "with the decision maker",
            Approved => "approved",
            _ => "withdrawn",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(ApplicationVerb verb) =>
        verb switch
        {
            ApplicationVerb.Submit => "send the application",
            ApplicationVerb.DecideToAssess => "decide to assess",
            ApplicationVerb.DeclineToAssess => "decline to assess",
            ApplicationVerb.OpenStage2 => "open stage 2",
            ApplicationVerb.CompleteStage1 => "mark stage 1 complete",
            ApplicationVerb.PassStage1 => "pass stage 1",
            ApplicationVerb.RefuseStage1 => "refuse at stage 1",
            ApplicationVerb.ShareReport => "share the report",
            ApplicationVerb.MakeReady => "mark the case ready for panel",
            ApplicationVerb.Recommend => "record panel's recommendation",
            ApplicationVerb.Defer => "defer the item",
            ApplicationVerb.Relist => "put the case back to panel",
            ApplicationVerb.SendToDecisionMaker => "send the case to the decision maker",
            ApplicationVerb.Approve => "approve",
            ApplicationVerb.ReturnToStage2 => "return the case to assessment",
            ApplicationVerb.ReturnToPanel => "return the case to panel",
            ApplicationVerb.GoOnAlone => "let one applicant go on alone",
            _ => "withdraw the application",
        };

    private static Transition<ApplicationState, ApplicationVerb> Row(
        string rule,
        ApplicationVerb verb,
        IReadOnlyList<ApplicationState> from,
        ApplicationState? to,
        string guard,
        params Role[] by
    ) => new(rule, verb, from, to, by, guard);
}
