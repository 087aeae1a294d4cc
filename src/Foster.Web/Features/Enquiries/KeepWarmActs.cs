using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

public sealed record StillThinkingInput(Guid KeepWarmId);

/// <summary>They are not ready yet and want to be asked on as agreed: a sign of life (M-HUB-10).</summary>
public sealed class StillThinking(FosterDb db, KeepWarmLog log, LondonClock clock)
{
    public async Task<Result> RunAsync(StillThinkingInput input, Actor actor, CancellationToken ct)
    {
        var kept = await db.Set<KeepWarm>().SingleAsync(k => k.Id == input.KeepWarmId, ct);
        var moved = kept.Think(actor, clock.Today);
        if (!moved.Ok)
            return moved;
        await log.WriteAsync(
            actor,
            kept,
            new HistoryNote(
                "keep-warm.thinking",
                $"Not ready yet: to be asked again on {BritishDate.Long(kept.AskOn)}"
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

/// <param name="AskOn">The first day of the month in which they want to be asked next.</param>
public sealed record AskLaterInput(Guid KeepWarmId, DateOnly AskOn, AskEvery Every);

/// <summary>They are still not ready and choose another month, or another rhythm (M-HUB-10).</summary>
public sealed class AskLater(FosterDb db, KeepWarmLog log, LondonClock clock)
{
    public async Task<Result> RunAsync(AskLaterInput input, Actor actor, CancellationToken ct)
    {
        var kept = await db.Set<KeepWarm>().SingleAsync(k => k.Id == input.KeepWarmId, ct);
        if (!KeepWarmMonths.From(clock.Today).Contains(input.AskOn))
            return Result.Refused(
                new Refusal("Select a month from the list.", "M-HUB-10", "month")
            );
        var moved = kept.Later(actor, input.AskOn, input.Every, clock.Today);
        if (!moved.Ok)
            return moved;
        await log.WriteAsync(
            actor,
            kept,
            new HistoryNote(
                "keep-warm.later",
                $"They chose other times: {KeepWarmMonths.Words(input.AskOn)}, and then {AskRhythm.Of(input.Every)}"
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

public sealed record StopKeepWarmInput(Guid KeepWarmId);

/// <summary>They take their consent back: it ends at once, and nobody asks them again, by email or otherwise (M-HUB-10).</summary>
public sealed class StopKeepWarm(FosterDb db, KeepWarmLog log, KeptWarm keptWarm, LondonClock clock)
{
    public async Task<Result> RunAsync(StopKeepWarmInput input, Actor actor, CancellationToken ct)
    {
        var kept = await db.Set<KeepWarm>().SingleAsync(k => k.Id == input.KeepWarmId, ct);
        var moved = kept.Stop(actor, clock.Now);
        if (!moved.Ok)
            return moved;
        if (kept.CaseId is { } caseId)
            await keptWarm.NobodyCallsAsync(caseId, ct);
        await log.WriteAsync(
            actor,
            kept,
            new HistoryNote("keep-warm.stopped", "They took their consent back"),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
