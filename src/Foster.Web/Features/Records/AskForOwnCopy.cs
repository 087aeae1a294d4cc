using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

/// <summary>
/// An applicant or carer asks for a copy in their account (R-DP-08). It is the request that staff record for others; who
/// they are is proved by their having signed in, so the month begins today.
/// </summary>
public sealed class AskForOwnCopy(
    FosterDb db,
    SubjectAccessActs acts,
    OwnDataReads own,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(Actor actor, CancellationToken ct)
    {
        if (
            actor.PersonId is not { } personId
            || actor.Role is not (Role.ProspectiveCarer or Role.ApprovedCarer)
            || await own.CaseAsync(actor, ct) is not { } caseId
        )
            return Result.Refused(
                "There is no application and no approval of yours here. Ask the team.",
                "R-DP-08"
            );
        var against = await acts.AgainstAnotherAsync(personId, ct);
        if (against.Count > 0)
            return Result.Refused(
                "You have asked already. Wait for that copy, or withdraw the request.",
                "R-DP-08"
            );
        var access = new SubjectAccess
        {
            CouncilId = actor.CouncilId,
            CaseId = caseId,
            PersonId = personId,
            ReceivedOn = clock.Today,
            Identity = "Signed in to their own account",
            OpenedBy = actor.Name,
            IsByOwner = true,
        };
        await acts.OpenAsync(access, Role.TeamManager, ct);
        await history.WriteAsync(actor, caseId, SubjectAccessActs.Asked(access, told: true), ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
