using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>What somebody booked before they enquired belongs to their enquiry, by the same address (M-HUB-09). The caller saves.</summary>
public sealed class OnEnquiryReceived(FosterDb db, CaseHistory history, LondonClock clock)
    : IOn<EnquiryReceived>
{
    public async Task HandleAsync(EnquiryReceived happened, Actor actor, CancellationToken ct)
    {
        if (happened.Email?.ToLowerInvariant() is not { } email)
            return;
        var booked = await (
            from b in db.Set<Booking>()
            join e in db.Set<FosteringEvent>() on b.EventId equals e.Id
            where b.CouncilId == happened.CouncilId && b.Email == email && b.CaseId == null
            select new
            {
                Booking = b,
                e.Title,
                e.StartsAt,
                e.Kind,
            }
        ).ToListAsync(ct);
        // A time for a call is asked for by people who came from somewhere else.
        if (
            booked.Exists(b =>
                b.Kind != EventKind.CallBack
                && b.Booking.State is not (BookingState.Cancelled or BookingState.Held)
            )
        )
            (await db.Set<Enquiry>().FindAsync([happened.EnquiryId], ct))!.HadBooked();
        foreach (var one in booked)
        {
            one.Booking.Join(happened.CaseId);
            await history.WriteAsync(
                actor,
                happened.CaseId,
                new HistoryNote(
                    "enquiry.event",
                    $"They had booked: {one.Title}, {BritishDate.Long(clock.DateOf(one.StartsAt))}, {EventWords.State(one.Booking.State).ToLowerInvariant()}"
                )
                {
                    Rules = ["M-HUB-09", "M-HUB-11"],
                },
                ct
            );
        }
    }
}
