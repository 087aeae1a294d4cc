using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

public sealed record AskLaterInput(Guid KeepWarmId, DateOnly AskOn);

/// <summary>They are still not ready and choose another month (M-HUB-10).</summary>
public sealed class AskLater(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(AskLaterInput input, Actor actor, CancellationToken ct)
    {
        var kept = await db.Set<KeepWarm>().SingleAsync(k => k.Id == input.KeepWarmId, ct);
        if (!KeepWarmMonths.From(clock.Today).Contains(input.AskOn))
            return Result.Refused(
                new Refusal("Select a month from the list.", "M-HUB-10", "month")
            );
        var moved = kept.Later(actor, input.AskOn, clock.Today);
        if (!moved.Ok)
            return moved;
        history.Write(
            actor,
            kept.Id,
            new HistoryNote("keep-warm.later", "They chose another month") { Rules = ["M-HUB-10"] }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

public sealed record StopKeepWarmInput(Guid KeepWarmId);

/// <summary>They take their consent back: it ends at once, and they are never asked again.</summary>
public sealed class StopKeepWarm(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(StopKeepWarmInput input, Actor actor, CancellationToken ct)
    {
        var kept = await db.Set<KeepWarm>().SingleAsync(k => k.Id == input.KeepWarmId, ct);
        var moved = kept.Stop(actor, clock.Now);
        if (!moved.Ok)
            return moved;
        history.Write(
            actor,
            kept.Id,
            new HistoryNote("keep-warm.stopped", "They took their consent back")
            {
                Rules = ["M-HUB-10"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
