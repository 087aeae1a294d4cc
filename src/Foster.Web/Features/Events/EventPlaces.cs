using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>
/// Gives the free places of an event to those who wait, in the order in which they asked. Part of operations, which hold
/// the event alone and save.
/// </summary>
public sealed class EventPlaces(
    FosterDb db,
    BookingLinks links,
    CouncilHistory history,
    Outbox outbox
)
{
    /// <param name="fresh">Somebody who has had no message yet: nothing became free for them, they have simply booked.</param>
    public async Task MoveUpAsync(FosteringEvent found, CancellationToken ct, Booking? fresh = null)
    {
        if (found.State != EventState.Published)
            return;
        // What this act has changed already counts as it is now.
        var live = (
            await db.Set<Booking>()
                .Where(b => b.EventId == found.Id && b.State != BookingState.Cancelled)
                .OrderBy(b => b.BookedAt)
                .ThenBy(b => b.Id)
                .ToListAsync(ct)
        ).FindAll(b => b.IsLive);
        var free =
            found.Places - live.Where(b => b.State == BookingState.Booked).Sum(b => b.People);
        var system = Actor.System(found.CouncilId);
        foreach (var next in live.Where(b => b.State == BookingState.Waiting).ToList())
        {
            if (next.People > free || !next.Move(BookingVerb.MoveUp, system).Ok)
                continue;
            free -= next.People;
            var to = await links.MailToAsync(found, next, ct);
            outbox.Post(
                next.CouncilId,
                next.CaseId,
                next == fresh ? EventEmails.Booked(to) : EventEmails.MovedUp(to)
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
