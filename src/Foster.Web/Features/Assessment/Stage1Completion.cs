using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// Marks stage 1 complete in the same act that brought the last mandatory item in, and starts the ten working days from
/// the day that item came in (R-ASSESS-06). Callers save.
/// </summary>
public sealed class Stage1Completion(
    Stage1Reads stage1,
    DeadlineBook deadlines,
    CaseHistory history
)
{
    /// <summary>What Foster does after each record that may have been the last.</summary>
    public async Task IfCompleteAsync(Application application, CancellationToken ct)
    {
        if (application.State != ApplicationState.Stage1)
            return;
        var standing = await stage1.StandingAsync(application, ct);
        if (standing.Gaps.Count == 0)
            await MarkAsync(application, Actor.System(application.CouncilId), standing, ct);
    }

    public async Task<Result> MarkAsync(
        Application application,
        Actor actor,
        Stage1Standing standing,
        CancellationToken ct
    )
    {
        var last = standing.LastInOn ?? application.Stage1StartedOn ?? application.CreatedOn;
        // An item can be older than the decision to assess; the clock cannot start before it.
        var on = application.Stage1StartedOn is { } started && started > last ? started : last;
        var result = application.CompleteStage1(actor, on, standing.Missing);
        if (!result.Ok)
            return result;
        await deadlines.MeetAsync(application.CaseId, DeadlineRules.Stage1Target, on, ct);
        await deadlines.OpenAsync(
            application.CouncilId,
            application.CaseId,
            application.Id,
            DeadlineRules.Stage1Decision,
            on,
            Role.TeamManager,
            ct,
            forApplicant: "We tell you our stage 1 decision"
        );
        await history.WriteAsync(
            actor,
            application.CaseId,
            new HistoryNote("stage1.complete", "Everything for stage 1 is in")
            {
                OccurredOn = on,
                From = ApplicationState.Stage1,
                To = ApplicationState.Stage1Complete,
                Rules = ["T-APP-05", "R-ASSESS-06"],
                ForApplicant = "We have everything we need for stage 1",
            },
            ct
        );
        return result;
    }
}
