using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

public sealed record EraseDueInput(Guid ItemId);

/// <summary>
/// Erases what a records officer has confirmed: all of it in one transaction with its certificate, or nothing. It looks
/// once more whether the time is over and nothing is on hold. On PostgreSQL it runs on the owner's connection.
/// </summary>
public sealed class EraseDue(
    FosterDb db,
    RetentionClock retention,
    RetentionStops stops,
    CaseErasure erasure,
    IEnumerable<IRetentionDetail> details,
    CouncilHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(EraseDueInput input, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.AloneAsync($"erase:{input.ItemId}", ct);
        if (
            await db.Set<RetentionItem>().SingleOrDefaultAsync(i => i.Id == input.ItemId, ct)
            is not { } item
        )
            return Result.Refused("There is no such proposal.");
        var against = await AgainstAsync(item, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var counts =
            item.What == RetentionItem.WholeCase
                ? await erasure.EraseAsync(item, actor, clock.Today, ct)
                : await details
                    .Single(d => d.Key == item.What)
                    .EraseAsync(item.SubjectId, actor, ct);
        var result = item.Erase(actor, clock.Now, RecordsWords.Counts(counts));
        if (!result.Ok)
            return result;
        await EndDetailsAsync(item, actor, ct);
        history.Write(
            actor,
            item.Id,
            new HistoryNote(
                "records.erased",
                $"{item.Reference}: {RecordsWords.What(item.What)} was erased, {counts.Values.Sum()} rows, as {item.ConfirmedBy} had confirmed"
            )
            {
                Rules = [item.RuleId, "R-DP-11"],
            }
        );
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Done;
    }

    private async Task<IReadOnlyList<Refusal>> AgainstAsync(
        RetentionItem item,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            RetentionMachine.Table.Against(item.State, RetentionVerb.Erase, actor.Role) is
            { Count: > 0 } wrong
        )
            return wrong;
        return
            await retention.OfAsync(item.What, item.SubjectId, ct) is { } due
            && due.DueOn <= clock.Today
            ? await stops.AgainstAsync(item.CaseId, ct)
            : [new Refusal("Its time is not over any more.", item.RuleId)];
    }

    /// <summary>What was to go earlier has gone with the case.</summary>
    private async Task EndDetailsAsync(RetentionItem item, Actor actor, CancellationToken ct)
    {
        if (item.What != RetentionItem.WholeCase)
            return;
        foreach (
            var detail in await db.Set<RetentionItem>()
                .Where(i =>
                    i.CaseId == item.CaseId
                    && i.Id != item.Id
                    && (i.State == RetentionState.Proposed || i.State == RetentionState.Confirmed)
                )
                .ToListAsync(ct)
        )
            detail.Withdraw(actor);
    }
}
