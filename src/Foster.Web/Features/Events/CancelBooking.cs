using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

public sealed record CancelBookingInput(Guid BookingId);

/// <summary>Cancels a booking; who waits the longest and fits gets the place and is told.</summary>
public sealed class CancelBooking(
    FosterDb db,
    BookingLinks links,
    CouncilHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    public Task<Result> RunAsync(CancelBookingInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(CancelBookingInput input, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<Booking>().SingleOrDefaultAsync(b => b.Id == input.BookingId, ct)
            is not { } booking
        )
            return Result.Refused("This booking cannot be found.");
        await db.AloneAsync($"event:{booking.EventId}", ct);
        var found = await db.Set<FosteringEvent>().SingleAsync(e => e.Id == booking.EventId, ct);
        if (found.StartsAt <= clock.Now)
            return Result.Refused("It has begun already, so it cannot be cancelled.");
        var cancelled = booking.Move(BookingVerb.Cancel, actor);
        if (!cancelled.Ok)
            return cancelled;
        history.Write(
            actor,
            booking.Id,
            new HistoryNote("event.booking-cancelled", $"{found.Title}: a booking was cancelled")
            {
                Rules = ["M-HUB-11"],
            }
        );
        await MoveUpAsync(found, booking.Id, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task MoveUpAsync(FosteringEvent found, Guid gone, CancellationToken ct)
    {
        var others = await db.Set<Booking>()
            .Where(b => b.EventId == found.Id && b.Id != gone)
            .Where(b => b.State == BookingState.Booked || b.State == BookingState.Waiting)
            .OrderBy(b => b.BookedAt)
            .ThenBy(b => b.Id)
            .ToListAsync(ct);
        var free =
            found.Places - others.Where(b => b.State == BookingState.Booked).Sum(b => b.People);
        var system = Actor.System(found.CouncilId);
        foreach (var next in others.Where(b => b.State == BookingState.Waiting))
        {
            if (next.People > free || !next.Move(BookingVerb.MoveUp, system).Ok)
                continue;
            free -= next.People;
            outbox.Post(
                next.CouncilId,
                next.CaseId,
                EventEmails.MovedUp(await links.MailToAsync(found, next, ct))
            );
            history.Write(
                system,
                next.Id,
                new HistoryNote("event.moved-up", $"{found.Title}: a place became free")
                {
                    Rules = ["M-HUB-11"],
                }
            );
        }
    }
}
