using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Connected;

public sealed record GoOnConnectedInput(Guid CaseId, string ChildReference, bool LivesThere);

/// <summary>The team manager decides that the family is assessed for this child.</summary>
public sealed class GoOnConnected(
    FosterDb db,
    ConnectedActs acts,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(GoOnConnectedInput input, Actor actor, CancellationToken ct)
    {
        if (await acts.FindAsync(input.CaseId, ct) is not { } referral)
            return ConnectedActs.NotFound;
        var from = referral.State;
        var gone = referral.GoOn(actor, input.ChildReference, input.LivesThere, clock.Today);
        if (!gone.Ok)
            return gone;
        await history.WriteAsync(
            actor,
            referral.CaseId,
            new HistoryNote(
                "connected.assessing",
                $"To be assessed for the child {referral.ChildReference}"
                    + (input.LivesThere ? ", who lives with them already" : "")
            )
            {
                From = from,
                To = referral.State,
                ForApplicant = "We look with you at whether the child can live with you",
                Rules = ["R-ENQ-11", "R-TEMP-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
