using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Assessment;

/// <summary>Refusals at stage 1 that wait for the decision maker (R-ASSESS-05).</summary>
public static class RefusalProposals
{
    /// <summary>Those who propose and take back in one case do it one after the other.</summary>
    public static string Word(Guid caseId) => $"refusal {caseId}";

    /// <summary>Proposals that nobody has taken back, the oldest first: each of these acts takes back one.</summary>
    public static IReadOnlyList<AssessmentDecision> OpenRefusals(
        this IEnumerable<AssessmentDecision> decisions
    )
    {
        var all = decisions.ToList();
        return
        [
            .. all.Where(d => d.Step == AssessmentStep.ProposeRefusal)
                .OrderBy(d => d.On)
                .ThenBy(d => d.Id)
                .Skip(all.Count(d => d.Step == AssessmentStep.TakeBackRefusal)),
        ];
    }

    /// <summary>
    /// One proposal is enough, and a second would contradict it. With stage 2 open it has to be the team manager's, which
    /// takes the place of the assessor's (R-ASSESS-20).
    /// </summary>
    public static bool MayPropose(
        IReadOnlyList<AssessmentDecision> open,
        Role role,
        bool stage2Open
    ) =>
        open.Count == 0
        || (role == Role.TeamManager && stage2Open && open.All(d => d.Role != Role.TeamManager));

    public static bool MayTakeBack(IReadOnlyList<AssessmentDecision> open, Actor actor) =>
        actor.Is(Role.TeamManager)
        || (actor.Is(Role.Assessor) && open.Any(d => d.ById == actor.AccountId));

    /// <summary>The decision maker has not decided, and stage 1 is not passed.</summary>
    public static bool IsDecidedLater(ApplicationState state) =>
        state is ApplicationState.Stage1 or ApplicationState.Stage1Complete;
}
