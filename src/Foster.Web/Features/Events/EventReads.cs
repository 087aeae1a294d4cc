using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>One event as it is listed.</summary>
/// <param name="Taken">Places that are booked, or were used.</param>
public sealed record EventLine(
    Guid Id,
    Guid CouncilId,
    EventKind Kind,
    string Title,
    DateTime StartsAt,
    DateTime EndsAt,
    string Place,
    string Directions,
    string Access,
    int Places,
    long CostPence,
    EventState State,
    int Taken,
    int Waiting,
    int Came
)
{
    public int Free => Math.Max(0, Places - Taken);

    public bool IsCall => Kind == EventKind.CallBack;
}

/// <summary>One booking of an event, for staff.</summary>
public sealed record BookingLine(
    Guid Id,
    string FirstName,
    string Email,
    string? Telephone,
    string? AccessNeeds,
    int People,
    BookingState State,
    Guid? CaseId
);

/// <summary>What the holder of a link sees: their booking.</summary>
public sealed record BookingView(
    Guid Id,
    string FirstName,
    int People,
    BookingState State,
    EventLine Event,
    bool CanCancel,
    TeamContact Team,
    Actor Actor
);

/// <summary>Events and bookings.</summary>
public sealed class EventReads(
    FosterDb db,
    CouncilDirectory councils,
    ActorSource actors,
    Links links,
    EnquiryContactReads contacts,
    LondonClock clock
)
{
    public const int PageSize = 25;

    /// <summary>How many days after an event an enquiry counts as come from it (M-HUB-11).</summary>
    public const int EnquiryDays = 30;

    /// <summary>What anybody can book, of every council, the next first. It enters each council as a visitor.</summary>
    public async Task<IReadOnlyList<(Council Council, EventLine Line)>> ComingAsync(
        bool calls,
        CancellationToken ct
    )
    {
        var found = new List<(Council, EventLine)>();
        foreach (var council in await councils.AllAsync(ct))
        {
            actors.Anyone(council.Id);
            var now = clock.Now;
            found.AddRange(
                (
                    await Lines(
                            db.Set<FosteringEvent>()
                                .Where(e => e.CouncilId == council.Id)
                                .Where(e => e.State == EventState.Published && e.StartsAt > now)
                                .Where(e => (e.Kind == EventKind.CallBack) == calls)
                                .OrderBy(e => e.StartsAt)
                                .ThenBy(e => e.Id)
                                .Take(PageSize)
                        )
                        .ToListAsync(ct)
                ).Select(l => (council, l))
            );
        }

        return [.. found.OrderBy(f => f.Item2.StartsAt)];
    }

    /// <summary>An event that anybody can see; the scope is that of its council afterwards.</summary>
    public async Task<(Council Council, EventLine Line)?> OpenAsync(
        Guid eventId,
        CancellationToken ct
    )
    {
        foreach (var council in await councils.AllAsync(ct))
        {
            actors.Anyone(council.Id);
            var line = await Lines(
                    db.Set<FosteringEvent>()
                        .Where(e => e.CouncilId == council.Id && e.Id == eventId)
                        .Where(e => e.State != EventState.Draft)
                )
                .SingleOrDefaultAsync(ct);
            if (line is not null)
                return (council, line);
        }

        return null;
    }

    /// <summary>A page for staff: what comes the next first, what was the latest first.</summary>
    public async Task<ListPage<EventLine>> PageAsync(bool past, string? after, CancellationToken ct)
    {
        var now = clock.Now;
        var found = db.Set<FosteringEvent>()
            .Where(e => past ? e.StartsAt <= now : e.StartsAt > now);
        if (InstantCursor.Read(after) is var (at, id))
            found = past
                ? found.Where(e => e.StartsAt < at || (e.StartsAt == at && e.Id.CompareTo(id) < 0))
                : found.Where(e => e.StartsAt > at || (e.StartsAt == at && e.Id.CompareTo(id) > 0));
        var ordered = past
            ? found.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id)
            : found.OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
        var rows = await Lines(ordered.Take(PageSize + 1)).ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? InstantCursor.Write(rows[PageSize - 1].StartsAt, rows[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>Null where it is another council's.</summary>
    public Task<EventLine?> FindAsync(Guid eventId, CancellationToken ct) =>
        Lines(db.Set<FosteringEvent>().Where(e => e.Id == eventId)).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<BookingLine>> BookingsAsync(
        Guid eventId,
        CancellationToken ct
    ) =>
        await db.Set<Booking>()
            .AsNoTracking()
            .Where(b => b.EventId == eventId)
            .OrderBy(b => b.BookedAt)
            .ThenBy(b => b.Id)
            .Select(b => new BookingLine(
                b.Id,
                b.FirstName,
                b.Email,
                b.Telephone,
                b.AccessNeeds,
                b.People,
                b.State,
                b.CaseId
            ))
            .ToListAsync(ct);

    /// <summary>How many of those who booked enquired within 30 days after it (M-HUB-11).</summary>
    public async Task<int> EnquiriesAsync(EventLine line, CancellationToken ct)
    {
        var on = clock.DateOf(line.StartsAt);
        var last = on.AddDays(EnquiryDays);
        return await db.Set<Enquiry>()
            .Where(e => e.ReceivedOn >= on && e.ReceivedOn <= last)
            .CountAsync(
                e => db.Set<Booking>().Any(b => b.EventId == line.Id && b.CaseId == e.CaseId),
                ct
            );
    }

    /// <summary>The booking behind a link; null where there is none any more.</summary>
    public async Task<BookingView?> OfLinkAsync(string? secret, CancellationToken ct)
    {
        if (
            await links.FindAsync(secret, LinkPurpose.Booking, ct) is not { } token
            || !links.IsLive(token)
        )
            return null;
        var holder = actors.Holder(token.CouncilId, Guid.Empty, "Holder of a link", null);
        var booking = await db.Set<Booking>()
            .AsNoTracking()
            .SingleOrDefaultAsync(b => b.Id == token.SubjectId, ct);
        if (booking is null || await FindAsync(booking.EventId, ct) is not { } line)
            return null;
        return new BookingView(
            booking.Id,
            booking.FirstName,
            booking.People,
            booking.State,
            line,
            booking.IsLive && line.StartsAt > clock.Now,
            (await contacts.OfAsync(token.CouncilId, ct))!,
            holder
        );
    }

    private IQueryable<EventLine> Lines(IQueryable<FosteringEvent> events) =>
        events.Select(e => new EventLine(
            e.Id,
            e.CouncilId,
            e.Kind,
            e.Title,
            e.StartsAt,
            e.EndsAt,
            e.Place,
            e.Directions,
            e.Access,
            e.Places,
            e.CostPence,
            e.State,
            db.Set<Booking>()
                .Where(b => b.EventId == e.Id)
                .Where(b =>
                    b.State == BookingState.Booked
                    || b.State == BookingState.Came
                    || b.State == BookingState.Missed
                )
                .Sum(b => b.People),
            db.Set<Booking>().Count(b => b.EventId == e.Id && b.State == BookingState.Waiting),
            db.Set<Booking>()
                .Where(b => b.EventId == e.Id && b.State == BookingState.Came)
                .Sum(b => b.People)
        ));
}
