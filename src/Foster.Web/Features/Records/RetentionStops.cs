using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>What stands against erasing anything of a case, however long its time is over.</summary>
public sealed class RetentionStops(FosterDb db)
{
    public async Task<IReadOnlyList<Refusal>> AgainstAsync(Guid caseId, CancellationToken ct)
    {
        var against = new List<Refusal>();
        foreach (
            var since in await db.Set<RecordHold>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .Where(h => h.CaseId == caseId && h.LiftedOn == null)
                .Select(h => h.PlacedOn)
                .ToListAsync(ct)
        )
            against.Add(
                new Refusal(
                    $"The records are on hold since {BritishDate.Long(since)}. Lift the hold first.",
                    "R-DP-13"
                )
            );
        if (
            await db.Set<SubjectAccess>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .AnyAsync(a => a.CaseId == caseId && !AccessMachine.Over.Contains(a.State), ct)
        )
            against.Add(new Refusal("Somebody waits for a copy of these records.", "R-DP-08"));
        return against;
    }
}
