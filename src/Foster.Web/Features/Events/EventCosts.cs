using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>
/// What events cost, on their day, also those that were cancelled when money had been spent; a cost of nothing is one that
/// nobody entered (M-HUB-11).
/// </summary>
public sealed class EventCosts(FosterDb db, LondonClock clock) : ISourceCosts
{
    public async Task<IReadOnlyList<SourceCost>> BetweenAsync(
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        var (from, until) = (London.StartOfDayUtc(first), London.StartOfDayUtc(last.AddDays(1)));
        var held = await db.Set<FosteringEvent>()
            .Where(e => e.StartsAt >= from && e.StartsAt < until)
            .Where(e => e.State != EventState.Draft && e.Kind != EventKind.CallBack)
            .Where(e => e.CostPence > 0)
            .Select(e => new { e.StartsAt, e.CostPence })
            .ToListAsync(ct);
        return
        [
            .. held.Select(e => new SourceCost(
                EnquirySource.Event,
                clock.DateOf(e.StartsAt),
                e.CostPence
            )),
        ];
    }
}
