using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record CompleteStage1Input(Guid CaseId);

/// <summary>
/// The assessor confirms that everything mandatory for stage 1 is in (T-APP-05). Foster itself has marked stage 1
/// complete when the last item came in, so the clock never waits for this confirmation.
/// </summary>
public sealed class CompleteStage1(
    FosterDb db,
    Stage1Completion completion,
    Stage1Reads stage1,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(CompleteStage1Input input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        if (!actor.Is(Role.Assessor))
            return Result.Refused("Only the assessor of the case confirms stage 1.", "T-APP-05");
        var standing = await stage1.StandingAsync(application, ct);
        if (application.State == ApplicationState.Stage1)
        {
            var done = await completion.MarkAsync(application, actor, standing, ct);
            if (!done.Ok)
                return done;
        }
        else if (application.State != ApplicationState.Stage1Complete)
            return Result.Refused(
                ApplicationMachine.Table.Against(
                    application.State,
                    ApplicationVerb.CompleteStage1,
                    actor.Role
                )
            );
        else if (standing.Gaps.Count > 0)
            return Result.Refused(standing.Missing);
        var decisions = await db.OfCaseAsync<AssessmentDecision>(input.CaseId, ct);
        if (decisions.Any(d => d.Step == AssessmentStep.ConfirmStage1))
            return Result.Refused("Stage 1 is confirmed already.", "T-APP-05");
        db.Add(
            AssessmentDecision.Of(AssessmentStep.ConfirmStage1, actor, input.CaseId, clock.Today)
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("stage1.confirmed", "Stage 1 confirmed as complete")
            {
                Rules = ["T-APP-05"],
                ForApplicant = "Your assessor confirmed that stage 1 is complete",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
