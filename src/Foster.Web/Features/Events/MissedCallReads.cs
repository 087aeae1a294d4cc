using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>Somebody who had booked a time for a call and did not answer it.</summary>
/// <param name="CaseId">Of their enquiry; null for somebody who has not enquired.</param>
/// <param name="TriedOn">The last day on which they were called again in vain.</param>
public sealed record MissedCall(
    Guid BookingId,
    string FirstName,
    string? Telephone,
    string Email,
    DateTime At,
    Guid? CaseId,
    DateOnly? TriedOn
);

/// <summary>
/// Calls that were booked and not answered, and that somebody still has to try again: until they were spoken with, or
/// nothing more is to be done. Bookings of nobody's case go after a month, so that none is looked for longer.
/// </summary>
public sealed class MissedCallReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;
    private const int DaysBack = 31;

    public Task<int> CountAsync(Guid councilId, CancellationToken ct) =>
        Waiting(councilId).CountAsync(ct);

    /// <summary>The oldest first.</summary>
    public async Task<ListPage<MissedCall>> PageAsync(
        Guid councilId,
        string? after,
        CancellationToken ct
    )
    {
        var found = Waiting(councilId);
        if (InstantCursor.Read(after) is var (at, id))
            found = found.Where(m =>
                m.Event.StartsAt > at || (m.Event.StartsAt == at && m.Booking.Id.CompareTo(id) > 0)
            );
        var rows = await found
            .OrderBy(m => m.Event.StartsAt)
            .ThenBy(m => m.Booking.Id)
            .Take(PageSize + 1)
            .Select(m => new MissedCall(
                m.Booking.Id,
                m.Booking.FirstName,
                m.Booking.Telephone,
                m.Booking.Email,
                m.Event.StartsAt,
                m.Booking.CaseId,
                m.Booking.TriedOn
            ))
            .ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? InstantCursor.Write(rows[PageSize - 1].At, rows[PageSize - 1].BookingId)
                : null
        );
    }

    /// <summary>Of a case only where the reader sees it, the enquiry is open and nobody has spoken with them since.</summary>
    private IQueryable<Row> Waiting(Guid councilId)
    {
        var since = clock.Now.AddDays(-DaysBack);
        return from e in db.Set<FosteringEvent>().AsNoTracking()
            join b in db.Set<Booking>().AsNoTracking() on e.Id equals b.EventId
            where e.CouncilId == councilId && e.StartsAt >= since && e.Kind == EventKind.CallBack
            where b.State == BookingState.Missed && b.LeftOn == null
            where
                b.CaseId == null
                || (
                    db.Set<Enquiry>().Any(q => q.CaseId == b.CaseId && q.IsOpen)
                    && !db.Set<EnquiryContact>()
                        .Any(c => c.CaseId == b.CaseId && c.Reached && c.At > e.StartsAt)
                )
            select new Row { Event = e, Booking = b };
    }

    private sealed class Row
    {
        public required FosteringEvent Event { get; init; }
        public required Booking Booking { get; init; }
    }
}
