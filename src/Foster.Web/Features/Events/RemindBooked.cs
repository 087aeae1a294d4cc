using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

public sealed record RemindBookedInput(Guid EventId);

/// <summary>Reminds everybody with a place, once, a short time before it begins.</summary>
public sealed class RemindBooked(
    FosterDb db,
    BookingLinks links,
    CouncilHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>How many days ahead people are reminded.</summary>
    public const int DaysAhead = 2;

    public async Task<Result> RunAsync(RemindBookedInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.Set<FosteringEvent>().SingleAsync(e => e.Id == input.EventId, ct);
        var justBooked = clock.Now.AddDays(-1);
        var due = await db.Set<Booking>()
            .Where(b => b.EventId == found.Id && b.State == BookingState.Booked)
            // Whoever booked since yesterday knows it.
            .Where(b => b.RemindedAt == null && b.BookedAt < justBooked)
            .ToListAsync(ct);
        foreach (var booking in due)
        {
            booking.Remind(clock.Now);
            outbox.Post(
                booking.CouncilId,
                booking.CaseId,
                EventEmails.Reminder(await links.MailToAsync(found, booking, ct))
            );
        }
        if (due.Count > 0)
            history.Write(
                actor,
                found.Id,
                new HistoryNote("event.reminded", $"{found.Title}: reminded {due.Count}")
                {
                    Rules = ["M-HUB-11"],
                }
            );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
