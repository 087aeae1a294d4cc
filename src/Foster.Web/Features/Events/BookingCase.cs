using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>
/// Whoever books while their enquiry is open books as that enquirer, found by their address, or by their number where the
/// first name is one of theirs too (M-HUB-09). A restricted case takes the booking in at any stage, so that its name is
/// shown to nobody else (R-SOD-08). Part of operations, which save; the visitor learns nothing of it.
/// </summary>
public sealed class BookingCase(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task JoinAsync(
        Booking booking,
        FosteringEvent found,
        Actor actor,
        CancellationToken ct
    )
    {
        var email = PersonKey.DigestOfEmail(booking.Email);
        var telephone = booking.Telephone is { Length: > 0 } number
            ? PersonKey.DigestOfTelephone(number)
            : email;
        var called = Person.Fold(booking.FirstName);
        var cases = await (
            from k in db.Set<PersonKey>()
            join m in db.Set<Membership>()
                on new { k.CouncilId, k.PersonId } equals new { m.CouncilId, m.PersonId }
            join c in db.Set<Case>()
                on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
            join e in db.Set<Enquiry>() on c.Id equals e.CaseId
            where
                (k.Digest == email && k.Kind == Likeness.Email)
                || (
                    k.Digest == telephone
                    && k.Kind == Likeness.Telephone
                    && db.Set<Membership>()
                        .Any(o =>
                            o.CouncilId == m.CouncilId
                            && o.HouseholdId == m.HouseholdId
                            && o.IsApplicant
                            && o.To == null
                            && db.Set<Person>()
                                .Any(p =>
                                    p.Id == o.PersonId
                                    && (p.SearchName + " ").StartsWith(called + " ")
                                )
                        )
                )
            where k.CouncilId == booking.CouncilId && m.IsApplicant && m.To == null
            where c.ErasedOn == null && c.ClosedOn == null && (e.IsOpen || c.Restricted)
            orderby c.Restricted descending, k.Kind
                == Likeness.Email descending, e.ReceivedAt descending, c.Id
            select c
        )
            // A visitor sees no case; the council is still that of the event.
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Select(c => c.Id)
            .Take(1)
            .ToListAsync(ct);
        if (cases is not [var caseId])
            return;
        booking.Join(caseId);
        await history.WriteAsync(
            actor,
            caseId,
            new HistoryNote(
                "enquiry.event",
                $"They booked: {found.Title}, {BritishDate.Long(clock.DateOf(found.StartsAt))}, {EventWords.State(booking.State).ToLowerInvariant()}"
            )
            {
                Rules = ["M-HUB-09", "M-HUB-11"],
            },
            ct
        );
    }
}
