using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Connected;

public sealed record EndConnectedInput(Guid CaseId, ConnectedEnd How, string Reasons);

/// <summary>A connected case ends without an approval.</summary>
public sealed class EndConnected(
    FosterDb db,
    ConnectedActs acts,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(EndConnectedInput input, Actor actor, CancellationToken ct)
    {
        if (await acts.FindAsync(input.CaseId, ct) is not { } referral)
            return ConnectedActs.NotFound;
        var from = referral.State;
        var ended = referral.Finish(actor, input.How, input.Reasons, clock.Today);
        if (!ended.Ok)
            return ended;
        await acts.CloseAsync(referral, "The case has ended", ct);
        await history.WriteAsync(
            actor,
            referral.CaseId,
            new HistoryNote(
                "connected.ended",
                "Ended: "
                    + ConnectedWords.Ends.First(o => o.Value == input.How).Label.ToLowerInvariant()
            )
            {
                From = from,
                To = referral.State,
                ReasonCode = input.How.ToString(),
                Reason = input.Reasons,
                ForApplicant = "We closed what you asked about a child whom you know",
                Rules = ["R-ENQ-11", "R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
