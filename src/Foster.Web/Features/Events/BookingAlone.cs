using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>Finds a booking for an act that is about to change it, with its event held alone.</summary>
public sealed class BookingAlone(FosterDb db)
{
    /// <summary>Null where there is none, or it belongs to a case that is restricted and not open to this member of staff (R-SOD-08).</summary>
    public async Task<(Booking Booking, FosteringEvent Event)?> FindAsync(
        Guid bookingId,
        Actor actor,
        CancellationToken ct
    )
    {
        var eventId = await db.Set<Booking>()
            .Where(b => b.Id == bookingId)
            .Select(b => (Guid?)b.EventId)
            .SingleOrDefaultAsync(ct);
        if (eventId is not { } id)
            return null;
        await db.AloneAsync($"event:{id}", ct);
        var booking = await db.Set<Booking>().SingleOrDefaultAsync(b => b.Id == bookingId, ct);
        if (booking is null)
            return null;
        if (
            actor.Role.IsStaff()
            && booking.CaseId is { } caseId
            && !await db.Set<Case>().AnyAsync(c => c.Id == caseId, ct)
        )
            return null;
        return (booking, await db.Set<FosteringEvent>().SingleAsync(e => e.Id == id, ct));
    }
}
