using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="Reason">Why they would rather not; nobody has to say.</param>
public sealed record DeclineReferenceInput(Guid RefereeId, string? Reason);

/// <summary>A referee would rather not. The applicant is asked to name somebody else, and never reads why (R-REF-05).</summary>
public sealed class DeclineReference(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        DeclineReferenceInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.LinkHolder))
            return Result.Refused("Staff record a refusal with its reason.", "R-REF-05");
        if (await act.FindAsync(input.RefereeId, ct) is not { } found)
            return Result.Refused("This reference is not open to you.");
        var referee = found.Referee;
        var declined = referee.Decline(actor, clock.Today, input.Reason, found.Against);
        if (!declined.Ok)
            return declined;
        await act.EndLinksAsync(referee, ct);
        await act.StopChasingAsync(referee, "The referee declined.", ct);
        await act.AskForAnotherAsync(referee, ct);
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote("referee.declined", "A referee would rather not")
            {
                From = RefereeState.Asked,
                To = referee.State,
                PersonId = referee.PersonId,
                ForApplicant =
                    "One of the people you named cannot speak for you. Please name somebody else",
                Rules = ["R-REF-05", "R-REF-04"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
