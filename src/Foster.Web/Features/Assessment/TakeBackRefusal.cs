using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record TakeBackRefusalInput(Guid CaseId, string Reason);

/// <summary>
/// Whoever proposed a refusal at stage 1, or the team manager, takes the proposal back before the decision maker has
/// decided; it is then on their list no more (R-ASSESS-05).
/// </summary>
public sealed class TakeBackRefusal(FosterDb db, CaseHistory history, LondonClock clock)
{
    public Task<Result> RunAsync(TakeBackRefusalInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(
        TakeBackRefusalInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        await db.AloneAsync(RefusalProposals.Word(input.CaseId), ct);
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var open = (await db.OfCaseAsync<AssessmentDecision>(input.CaseId, ct)).OpenRefusals();
        if (open.Count == 0 || !RefusalProposals.IsDecidedLater(application.State))
            return Result.Refused(
                "No proposal of a refusal waits for the decision maker.",
                "R-ASSESS-05"
            );
        var against = new List<Refusal>();
        if (!RefusalProposals.MayTakeBack(open, actor))
            against.Add(
                new Refusal(
                    "Whoever proposed the refusal takes it back, or the team manager.",
                    "R-ASSESS-05"
                )
            );
        against.AddRange(AssessmentReasons.Against(input.Reason));
        if (against.Count > 0)
            return Result.Refused(against);
        foreach (var proposal in open)
            db.Add(
                AssessmentDecision.Of(
                    AssessmentStep.TakeBackRefusal,
                    actor,
                    input.CaseId,
                    clock.Today,
                    proposal.ReasonCode,
                    input.Reason
                )
            );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "stage1.refusal-taken-back",
                "The proposal of a refusal at stage 1 was taken back"
            )
            {
                Reason = input.Reason,
                Rules = ["R-ASSESS-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
