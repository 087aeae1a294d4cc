using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>
/// Proposes what is due today, and takes back what is not any more. Nothing is erased by it: a records officer confirms
/// (R-DP-11).
/// </summary>
public sealed class ProposeErasures(
    FosterDb db,
    RetentionClock retention,
    CouncilHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(Actor actor, CancellationToken ct)
    {
        foreach (
            var item in await db.Set<RetentionItem>()
                .Where(i =>
                    i.State == RetentionState.Proposed || i.State == RetentionState.Confirmed
                )
                .ToListAsync(ct)
        )
            if (
                await retention.OfAsync(item.What, item.SubjectId, ct) is not { } due
                || due.DueOn > clock.Today
            )
                Write(actor, item, item.Withdraw(actor), "records.kept-on", "is kept on");
        foreach (var due in await retention.NewlyDueAsync(clock.Today, ct))
            await ProposeAsync(due, actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task ProposeAsync(RetentionDue due, Actor actor, CancellationToken ct)
    {
        var item = await db.Set<RetentionItem>()
            .SingleOrDefaultAsync(
                i => i.CaseId == due.CaseId && i.What == due.What && i.SubjectId == due.SubjectId,
                ct
            );
        var done = Result.Done;
        if (item is null)
        {
            item = new RetentionItem
            {
                CouncilId = actor.CouncilId,
                CaseId = due.CaseId,
                Reference = await db.Set<Case>()
                    .IgnoreQueryFilters([FosterDb.CaseFilter])
                    .Where(c => c.Id == due.CaseId)
                    .Select(c => c.Reference)
                    .SingleAsync(ct),
                What = due.What,
                SubjectId = due.SubjectId,
                ProposedOn = clock.Today,
            };
            db.Add(item);
        }
        else
            done = item.ProposeAgain(actor, clock.Today);
        item.Count(due, CaseHistory.RuleSet);
        Write(actor, item, done, "records.due", "may be erased");
    }

    private void Write(Actor actor, RetentionItem item, Result done, string kind, string what)
    {
        if (done.Ok)
            history.Write(
                actor,
                item.Id,
                new HistoryNote(kind, $"{item.Reference}: {RecordsWords.What(item.What)} {what}")
                {
                    Rules = [item.RuleId, "R-DP-11"],
                }
            );
    }
}
