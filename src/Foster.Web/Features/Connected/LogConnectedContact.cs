using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Connected;

/// <param name="Reached">False for an attempt, after which the clock runs on.</param>
public sealed record LogConnectedContactInput(
    Guid CaseId,
    DateOnly On,
    bool Reached,
    string Outcome
);

/// <summary>Writes down a conversation with the family, the first of which meets its clock, or an attempt (R-ENQ-11).</summary>
public sealed class LogConnectedContact(
    FosterDb db,
    ConnectedActs acts,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        LogConnectedContactInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.CaseId, ct) is not { } referral)
            return ConnectedActs.NotFound;
        var from = referral.State;
        var against = await backDating.AgainstAsync(input.On, actor, ct);
        var logged = input.Reached
            ? referral.LogContact(actor, input.On, against)
            : referral.LogAttempt(actor, input.On, against);
        if (!logged.Ok)
            return logged;
        if (input.Reached && from == ConnectedState.New)
            await deadlines.MeetAsync(
                referral.CaseId,
                DeadlineRules.ConnectedContact,
                input.On,
                ct
            );
        await history.WriteAsync(
            actor,
            referral.CaseId,
            new HistoryNote(
                input.Reached ? "connected.contacted" : "connected.attempted",
                input.Reached ? "Spoke with the family" : "Tried to reach the family"
            )
            {
                OccurredOn = input.On,
                From = from,
                To = referral.State,
                Reason = input.Outcome,
                ForApplicant = input.Reached ? "We spoke with you" : "We tried to reach you",
                Rules = ["R-ENQ-11"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
