using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>
/// What one of the applicants booked before they enquired belongs to their enquiry, by the same address, or by the same
/// number where the first name is one of theirs too: a number is shared and given away. The link that brought them to it
/// is their first touch (M-HUB-09). The caller saves.
/// </summary>
public sealed class OnEnquiryReceived(FosterDb db, CaseHistory history, LondonClock clock)
    : IOn<EnquiryReceived>
{
    public async Task HandleAsync(EnquiryReceived happened, Actor actor, CancellationToken ct)
    {
        var emails = happened.Emails.Select(e => e.Trim().ToLowerInvariant()).Distinct().ToList();
        var telephones = happened
            .Telephones.Select(t => PhoneField.Normalise(t) ?? t)
            .Distinct()
            .ToList();
        if (emails.Count + telephones.Count == 0)
            return;
        var found = await (
            from b in db.Set<Booking>()
            join e in db.Set<FosteringEvent>() on b.EventId equals e.Id
            where b.CouncilId == happened.CouncilId && b.CaseId == null
            where
                emails.Contains(b.Email)
                || (b.Telephone != null && telephones.Contains(b.Telephone))
            orderby b.BookedAt, b.Id
            select new
            {
                Booking = b,
                e.Title,
                e.StartsAt,
                e.Kind,
            }
        ).ToListAsync(ct);
        var booked = found.FindAll(b =>
            emails.Contains(b.Booking.Email)
            || happened.Names.Any(n => Person.MayBeCalled(n, b.Booking.FirstName))
        );
        var meant = booked.FindAll(b =>
            b.Booking.State is not (BookingState.Cancelled or BookingState.Held)
        );
        if (meant.Count > 0)
            (await db.Set<Enquiry>().FindAsync([happened.EnquiryId], ct))!.HadBooked(
                meant.Select(b => b.Booking.Came).FirstOrDefault(c => c is not null),
                meant.Exists(b => b.Kind != EventKind.CallBack)
            );
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
