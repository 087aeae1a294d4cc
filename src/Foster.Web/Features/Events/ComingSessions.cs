using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>The events to which enquirers are invited with the information pack (R-ENQ-04).</summary>
public sealed class ComingSessions(FosterDb db, LondonClock clock) : ISessions
{
    public async Task<IReadOnlyList<ComingSession>> NextAsync(
        Guid councilId,
        int most,
        CancellationToken ct
    )
    {
        var now = clock.Now;
        var next = await db.Set<FosteringEvent>()
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CouncilFilter])
            .Where(e => e.CouncilId == councilId && e.StartsAt > now)
            .Where(e => e.State == EventState.Published && e.Kind != EventKind.CallBack)
            .OrderBy(e => e.StartsAt)
            .ThenBy(e => e.Id)
            .Take(most)
            .ToListAsync(ct);
        return
        [
            .. next.Select(e => new ComingSession(
                e.Title,
                EventWords.When(e.StartsAt, e.EndsAt),
                e.Place
            )),
        ];
    }
}
