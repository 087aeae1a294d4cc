using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <param name="Alike">The same for everything undecided of the same table and kind.</param>
public sealed record DecideAccessItemInput(
    Guid ItemId,
    string ReasonCode,
    string? Reason,
    bool Alike
);

/// <summary>A records officer puts something into the copy or leaves it out, with the reason (R-DP-09).</summary>
public sealed class DecideAccessItem(FosterDb db, SubjectAccessActs acts, CaseHistory history)
{
    public async Task<Result> RunAsync(
        DecideAccessItemInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await db.Set<SubjectAccessItem>().SingleOrDefaultAsync(i => i.Id == input.ItemId, ct)
                is not { } item
            || await acts.FindAsync(item.AccessId, ct) is not { } access
        )
            return Result.Refused(SubjectAccessActs.Nobody);
        List<Refusal> against =
        [
            .. access.Against(AccessVerb.Decide, actor.Role),
            .. RecordsWords.AgainstOfficer(actor),
        ];
        var reason = AccessReasons.Of(input.ReasonCode);
        if (reason is null)
            against.Add(new Refusal("Choose a reason.", "R-VAL-06", "code"));
        else if (!reason.Includes)
            against.AddRange(ReasonRule.Against(input.Reason, "reason", "why it is withheld"));
        if (against.Count > 0)
            return Result.Refused(against);
        var items = input.Alike
            ? await db.Set<SubjectAccessItem>()
                .Where(i =>
                    i.AccessId == access.Id
                    && (
                        i.Id == item.Id
                        || (
                            i.Table == item.Table
                            && i.Kind == item.Kind
                            && i.Choice == AccessChoice.Undecided
                        )
                    )
                )
                .ToListAsync(ct)
            : [item];
        foreach (var each in items)
        {
            each.Choice = reason!.Includes ? AccessChoice.Included : AccessChoice.Withheld;
            (each.ReasonCode, each.Reason, each.DecidedBy) = (
                reason.Code,
                input.Reason,
                actor.Name
            );
        }
        await history.WriteAsync(
            actor,
            access.CaseId,
            new HistoryNote(
                "records.access-decided",
                $"{RecordsWords.Table(item.Table)}: {items.Count} {(reason!.Includes ? "included in" : "withheld from")} a copy"
            )
            {
                ReasonCode = reason.Code,
                Reason = input.Reason,
                Rules = ["R-DP-09"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
