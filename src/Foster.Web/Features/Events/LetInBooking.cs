using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

public sealed record LetInBookingInput(Guid BookingId);

/// <summary>
/// A booking that was held back came from a person: it goes into the waiting list where it would have stood, or gets a
/// place where there is one, and they are told.
/// </summary>
public sealed class LetInBooking(
    FosterDb db,
    BookingAlone alone,
    BookingLinks links,
    EventPlaces places,
    CouncilHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    public Task<Result> RunAsync(LetInBookingInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(LetInBookingInput input, Actor actor, CancellationToken ct)
    {
        if (await alone.FindAsync(input.BookingId, actor, ct) is not var (booking, found))
            return Result.Refused("This booking cannot be found.");
        if (found.State != EventState.Published || found.StartsAt <= clock.Now)
            return Result.Refused("It has begun already, or was cancelled.");
        if (
            await db.Set<Booking>()
                .AnyAsync(
                    b =>
                        b.EventId == found.Id
                        && b.Email == booking.Email
                        && (b.State == BookingState.Booked || b.State == BookingState.Waiting),
                    ct
                )
        )
            return Result.Refused("They have booked again since. Throw this one away.");
        var letIn = booking.Move(BookingVerb.LetIn, actor);
        if (!letIn.Ok)
            return letIn;
        history.Write(
            actor,
            booking.Id,
            new HistoryNote(
                "event.booking-let-in",
                $"{found.Title}: a booking that was held back was let in"
            )
            {
                Rules = ["M-HUB-11"],
            }
        );
        await places.MoveUpAsync(found, ct, booking);
        // Who got a place has just been told so.
        if (booking.State == BookingState.Waiting)
            outbox.Post(
                booking.CouncilId,
                booking.CaseId,
                EventEmails.Waiting(await links.MailToAsync(found, booking, ct))
            );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
