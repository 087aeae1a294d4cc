using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record ProposeRefusalInput(Guid CaseId, string Code, string Reason);

/// <summary>Assessor or team manager put a refusal at stage 1 to the decision maker, who alone signs it (R-ASSESS-05).</summary>
public sealed class ProposeRefusal(FosterDb db, CaseHistory history, LondonClock clock)
{
    public Task<Result> RunAsync(ProposeRefusalInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(
        ProposeRefusalInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        await db.AloneAsync(RefusalProposals.Word(input.CaseId), ct);
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var against = new List<Refusal>();
        if (!RefusalProposals.IsDecidedLater(application.State))
            against.Add(
                new Refusal(
                    $"A refusal is proposed during stage 1. The application is {ApplicationMachine.Words(application.State)}.",
                    "T-APP-07"
                )
            );
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            against.Add(
                new Refusal("The assessor or the team manager proposes a refusal.", "R-ASSESS-05")
            );
        var open = (await db.OfCaseAsync<AssessmentDecision>(input.CaseId, ct)).OpenRefusals();
        if (!RefusalProposals.MayPropose(open, actor.Role, application.Stage2StartedOn is not null))
            against.Add(
                new Refusal(
                    $"A refusal is proposed already, by {open[^1].By} on {BritishDate.Long(open[^1].On)}, and the decision maker decides. Take that proposal back first if it is not right.",
                    "R-ASSESS-05"
                )
            );
        against.AddRange(AssessmentReasons.Against(AssessmentReasons.Refuse, input.Code));
        against.AddRange(AssessmentReasons.Against(input.Reason));
        if (against.Count > 0)
            return Result.Refused(against);
        foreach (var earlier in open)
            db.Add(
                AssessmentDecision.Of(
                    AssessmentStep.TakeBackRefusal,
                    actor,
                    input.CaseId,
                    clock.Today,
                    earlier.ReasonCode,
                    "The team manager's own proposal takes its place."
                )
            );
        db.Add(
            AssessmentDecision.Of(
                AssessmentStep.ProposeRefusal,
                actor,
                input.CaseId,
                clock.Today,
                input.Code,
                input.Reason
            )
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "stage1.refusal-proposed",
                "Refusal at stage 1 proposed to the decision maker"
            )
            {
                ReasonCode = input.Code,
                Reason = input.Reason,
                Rules = ["R-ASSESS-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
