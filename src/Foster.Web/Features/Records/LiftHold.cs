using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

public sealed record LiftHoldInput(Guid CaseId, string Reason);

/// <summary>Ends the hold on the records of a case (R-DP-13). They then go when a rule and a person say so.</summary>
public sealed class LiftHold(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(LiftHoldInput input, Actor actor, CancellationToken ct)
    {
        if (!await db.OfOfficer().AnyAsync(c => c.Id == input.CaseId, ct))
            return Result.Refused("This case is not open to you.");
        if (RecordsWords.AgainstOfficer(actor) is { Count: > 0 } against)
            return Result.Refused(against);
        if (
            await db.Set<RecordHold>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .SingleOrDefaultAsync(h => h.CaseId == input.CaseId && h.LiftedOn == null, ct)
            is not { } hold
        )
            return Result.Refused("The records are not on hold.", "R-DP-13");
        var result = hold.Lift(clock.Today, actor.Name, input.Reason);
        if (!result.Ok)
            return result;
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("records.hold-lifted", "The hold on the records was lifted")
            {
                Reason = input.Reason,
                Rules = ["R-DP-13"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
