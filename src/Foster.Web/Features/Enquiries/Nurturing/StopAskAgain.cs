using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Nurturing;

public sealed record StopAskAgainInput(Guid CaseId, string Why);

/// <summary>Takes somebody off the nurture list: they said so, or there is nothing to ask (M-HUB-10).</summary>
public sealed class StopAskAgain(
    FosterDb db,
    NurtureReads reads,
    KeptWarm keptWarm,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(StopAskAgainInput input, Actor actor, CancellationToken ct)
    {
        if (await reads.LiveAsync(input.CaseId, ct) is not { } nurture)
            return Result.Refused(NurtureReads.NotThere);
        List<Refusal> against = [.. NurtureReads.AgainstActor(actor)];
        if (string.IsNullOrWhiteSpace(input.Why))
            against.Add(new("Enter why they are not asked again.", null, "why"));
        if (against.Count > 0)
            return Result.Refused(against);
        nurture.End(clock.Today);
        foreach (var kept in await keptWarm.LiveAsync(input.CaseId, ct))
            kept.Stop(actor, clock.Now);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("enquiry.ask-again-stopped", "They are not asked again")
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
