using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="Declined">They said no; otherwise they cannot be reached.</param>
public sealed record RecordRefereeLostInput(Guid RefereeId, bool Declined, string Reason);

/// <summary>Staff record that a referee said no or cannot be reached; the applicant is asked to name somebody else.</summary>
public sealed class RecordRefereeLost(
    FosterDb db,
    RefereeAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        RecordRefereeLostInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.RefereeId, ct) is not { } found)
            return Result.Refused("This referee is not open to you.");
        var referee = found.Referee;
        var reason = input.Reason.Trim();
        var against = new List<Refusal>(found.Against);
        against.AddRange(ReasonRule.Against(reason));
        var before = referee.State;
        var done = input.Declined
            ? referee.Decline(actor, clock.Today, reason, against)
            : referee.GiveUp(actor, clock.Today, reason, against);
        if (!done.Ok)
            return done;
        await act.EndLinksAsync(referee, ct);
        await act.StopChasingAsync(referee, "The referee will not answer.", ct);
        await act.AskForAnotherAsync(referee, ct);
        await history.WriteAsync(
            actor,
            referee.CaseId,
            new HistoryNote(
                "referee.lost",
                input.Declined ? "A referee said no" : "A referee cannot be reached"
            )
            {
                From = before,
                To = referee.State,
                PersonId = referee.PersonId,
                Reason = reason,
                ForApplicant =
                    "One of the people you named cannot speak for you. Please name somebody else",
                Rules = ["R-REF-01", "R-REF-04", "R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
