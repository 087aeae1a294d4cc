using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>
/// The call that somebody booked beside their enquiry. Only of the address that was booked with: by a telephone number
/// alone another person’s booking may have joined the case.
/// </summary>
public sealed class BookedCalls(FosterDb db, LondonClock clock) : IBookedCalls
{
    public async Task<string?> NextAsync(Guid caseId, string email, CancellationToken ct)
    {
        var address = email.Trim().ToLowerInvariant();
        var now = clock.Now;
        var call = await (
            from b in db.Set<Booking>()
            join e in db.Set<FosteringEvent>() on b.EventId equals e.Id
            where b.CaseId == caseId && b.Email == address && b.State == BookingState.Booked
            where e.Kind == EventKind.CallBack && e.State == EventState.Published
            where e.EndsAt > now
            orderby e.StartsAt
            select new { e.StartsAt, e.EndsAt }
        ).FirstOrDefaultAsync(ct);
        return call is null ? null : EventWords.Between(call.StartsAt, call.EndsAt);
    }
}
