using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>Reads the count of erased cases for whoever reports on cohorts.</summary>
public sealed class ErasedCountReads(FosterDb db) : IErasedCounts
{
    public async Task<IReadOnlyList<ErasedCases>> BetweenAsync(
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.Set<CaseCount>()
                    .AsNoTracking()
                    .Where(c => c.Month >= first && c.Month <= last && c.FirstTouch != "")
                    .ToListAsync(ct)
            ).Select(c => new ErasedCases(
                c.Month,
                new(c.FirstTouch, c.LastTouch),
                c.Stages.Split(", "),
                c.Cases
            )),
        ];
}
