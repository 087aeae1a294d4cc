using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>A booking that was held back has no place and no message until somebody has looked, so the team is told above its work.</summary>
public sealed class HeldBookings(FosterDb db, LondonClock clock) : IWorkNotice
{
    public async Task<WorkNotice?> OfAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return null;
        var now = clock.Now;
        var held = await (
            from e in db.Set<FosteringEvent>()
            where e.CouncilId == actor.CouncilId && e.StartsAt > now
            where e.State == EventState.Published
            let number = db.Set<Booking>()
                .Count(b => b.EventId == e.Id && b.State == BookingState.Held)
            where number > 0
            orderby e.StartsAt, e.Id
            select new { e.Id, Number = number }
        ).FirstOrDefaultAsync(ct);
        return held is null
            ? null
            : new WorkNotice(
                held.Number == 1
                    ? "1 booking was held back as possible spam and has no place yet."
                    : $"{held.Number} bookings were held back as possible spam and have no place yet.",
                "Look at the bookings",
                EventLinks.One(held.Id)
            );
    }
}
