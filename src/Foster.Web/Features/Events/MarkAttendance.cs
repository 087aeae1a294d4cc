using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <param name="Came">The bookings of those who were there; the others with a place were not.</param>
public sealed record MarkAttendanceInput(Guid EventId, IReadOnlyList<Guid> Came);

/// <summary>Writes down who came (M-HUB-11). It can be corrected by saying it again.</summary>
public sealed class MarkAttendance(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(MarkAttendanceInput input, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<FosteringEvent>()
                .SingleOrDefaultAsync(
                    e => e.Id == input.EventId && e.State == EventState.Published,
                    ct
                )
            is not { } found
        )
            return Result.Refused("This event cannot be found.");
        if (found.StartsAt > clock.Now)
            return Result.Refused("Write down who came when it has begun.");
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return Result.Refused("The recruitment team writes down who came.");
        foreach (
            var booking in await db.Set<Booking>()
                .Where(b => b.EventId == found.Id && b.State != BookingState.Cancelled)
                // Of whom they cannot see they cannot say that they did not come.
                .Where(b => b.CaseId == null || db.Set<Case>().Any(c => c.Id == b.CaseId))
                .ToListAsync(ct)
        )
        {
            var came = input.Came.Contains(booking.Id);
            if (came && booking.State != BookingState.Came)
                booking.Move(BookingVerb.MarkCame, actor);
            else if (!came && booking.State is BookingState.Booked or BookingState.Came)
                booking.Move(BookingVerb.MarkMissed, actor);
        }
        history.Write(
            actor,
            found.Id,
            new HistoryNote("event.attended", $"{found.Title}: here were {input.Came.Count}")
            {
                Rules = ["M-HUB-11"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
