using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Assessment;

/// <summary>What an actor may do next in an assessment, by the state table and their role.</summary>
public static class AssessmentSteps
{
    /// <param name="toAsk">How many checks nobody has asked for yet (R-ASSESS-02).</param>
    /// <param name="proposed">A refusal waits for the decision maker, so stage 1 is not confirmed or decided meanwhile.</param>
    /// <param name="mayPropose">Whether this role may put a refusal to them now.</param>
    public static IReadOnlyList<CaseAction> For(
        AssessmentHeader header,
        Role role,
        int toAsk = 0,
        bool proposed = false,
        bool mayPropose = true
    )
    {
        var id = header.CaseId;
        var actions = new List<CaseAction>();
        void Offer(bool holds, string text, string href, bool next = false)
        {
            if (holds)
                actions.Add(new CaseAction(text, href, next));
        }
        bool May(ApplicationVerb verb) =>
            ApplicationMachine.Table.Against(header.State, verb, role).Count == 0;
        var assessor = role == Role.Assessor;
        var working = header.IsOpen && header.State >= ApplicationState.Stage1;
        var deciding = header.State is ApplicationState.Stage1 or ApplicationState.Stage1Complete;
        var writing = header is { Stage2StartedOn: not null, ReportSharedOn: null, IsOpen: true };
        var stage2 = header.Stage2StartedOn is not null;
        Offer(
            May(ApplicationVerb.DecideToAssess),
            "Decide whether to assess",
            AssessmentLinks.Decision(id),
            true
        );
        Offer(
            assessor && header.IsOpen && header.ReportSharedOn is null && toAsk > 0,
            toAsk == 1
                ? "Ask for the checks: 1 is not asked for yet"
                : $"Ask for the checks: {toAsk} are not asked for yet",
            AssessmentLinks.ChecksToAsk(id),
            true
        );
        Offer(
            assessor && deciding && !proposed,
            "Confirm that stage 1 is complete",
            AssessmentLinks.Stage1(id),
            header.State == ApplicationState.Stage1Complete
        );
        Offer(
            May(ApplicationVerb.PassStage1) && !proposed,
            "Decide stage 1",
            AssessmentLinks.Stage1(id),
            true
        );
        Offer(
            deciding && mayPropose && (assessor || role == Role.TeamManager),
            "Propose a refusal",
            AssessmentLinks.ProposeRefusal(id)
        );
        Offer(
            May(ApplicationVerb.OpenStage2) && !stage2,
            "Open stage 2",
            AssessmentLinks.Stage2(id)
        );
        Offer(assessor && working, "Record preparation training", AssessmentLinks.Training(id));
        Offer(
            role == Role.TeamManager && working,
            "Read preparation training, or record an earlier day",
            AssessmentLinks.Training(id)
        );
        Offer(
            assessor && writing,
            "Write the report",
            AssessmentLinks.StaffReport(id),
            header.State == ApplicationState.Stage1Passed
        );
        Offer(
            role == Role.TeamManager && writing,
            "Record the midway review",
            AssessmentLinks.Midway(id)
        );
        Offer(role == Role.TeamManager && writing, "Check the report", AssessmentLinks.Quality(id));
        Offer(May(ApplicationVerb.ShareReport), "Share the report", AssessmentLinks.Share(id));
        Offer(
            assessor && header.State == ApplicationState.ReportShared,
            "Record observations",
            AssessmentLinks.Observations(id)
        );
        Offer(
            role == Role.TeamManager && header.State == ApplicationState.ReportShared,
            "Read observations, or record those of an earlier day",
            AssessmentLinks.Observations(id)
        );
        Offer(
            May(ApplicationVerb.MakeReady),
            "Mark ready for panel",
            AssessmentLinks.Ready(id),
            true
        );
        Offer(
            assessor && working && header.ReportSharedOn is null,
            "Record an earlier approval elsewhere",
            AssessmentLinks.PreviousApproval(id)
        );
        Offer(
            working && (assessor || role == Role.TeamManager),
            "Former services: references and records",
            AssessmentLinks.FormerServices(id)
        );
        Offer(May(ApplicationVerb.RefuseStage1), "Refuse at stage 1", AssessmentLinks.Refuse(id));
        return actions;
    }
}
