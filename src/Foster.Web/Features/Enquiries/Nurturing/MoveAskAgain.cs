using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Nurturing;

public sealed record MoveAskAgainInput(Guid CaseId, DateOnly AskOn, string Why);

/// <summary>Moves the day on which somebody is asked again, with the reason (M-HUB-10).</summary>
public sealed class MoveAskAgain(
    FosterDb db,
    NurtureReads reads,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(MoveAskAgainInput input, Actor actor, CancellationToken ct)
    {
        if (await reads.LiveAsync(input.CaseId, ct) is not { } nurture)
            return Result.Refused(NurtureReads.NotThere);
        List<Refusal> against =
        [
            .. NurtureReads.AgainstActor(actor),
            .. nurture.AgainstAsking(input.AskOn, clock.Today),
        ];
        if (string.IsNullOrWhiteSpace(input.Why))
            against.Add(new("Enter why you move the day.", null, "why"));
        if (against.Count > 0)
            return Result.Refused(against);
        var before = nurture.AskOn;
        nurture.Choose(input.AskOn);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "enquiry.ask-again-moved",
                $"To be asked again on {BritishDate.Long(input.AskOn)}; it was {BritishDate.Long(before)}"
            )
            {
                Reason = input.Why,
                Rules = ["M-HUB-10"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
