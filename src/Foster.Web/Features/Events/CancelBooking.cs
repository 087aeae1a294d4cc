using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Events;

public sealed record CancelBookingInput(Guid BookingId);

/// <summary>
/// Cancels a booking; who waits the longest and fits gets the place and is told. Where staff do it for somebody who rang,
/// that person is told as well.
/// </summary>
public sealed class CancelBooking(
    FosterDb db,
    BookingAlone alone,
    BookingLinks links,
    EventPlaces places,
    CouncilHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    public Task<Result> RunAsync(CancelBookingInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(CancelBookingInput input, Actor actor, CancellationToken ct)
    {
        if (await alone.FindAsync(input.BookingId, actor, ct) is not var (booking, found))
            return Result.Refused("This booking cannot be found.");
        if (found.StartsAt <= clock.Now)
            return Result.Refused("It has begun already, so it cannot be cancelled.");
        // Nobody is written to whose booking was held back: a program may have made the address up.
        var tell = booking.IsLive && actor.Role.IsStaff();
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
        if (tell)
            outbox.Post(
                booking.CouncilId,
                booking.CaseId,
                EventEmails.BookingCancelled(await links.MailToAsync(found, booking, ct))
            );
        await places.MoveUpAsync(found, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
