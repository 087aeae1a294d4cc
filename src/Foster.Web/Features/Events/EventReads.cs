using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
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

/// <summary>A page of what anybody can book, of every council.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record ComingPage(
    IReadOnlyList<(Council Council, EventLine Line)> Items,
    string? Next
);

/// <summary>Events and times for calls.</summary>
public sealed class EventReads(
    FosterDb db,
    EnquiryRoadReads road,
    CouncilDirectory councils,
    ActorSource actors,
    LondonClock clock
)
{
    public const int PageSize = 25;

    /// <summary>How many days after an event an enquiry counts as come from it (M-HUB-11).</summary>
    public const int EnquiryDays = 30;

    /// <summary>
    /// A page of what anybody can book, of every council, the next first. Of times for calls only those with room. It
    /// enters each council as a visitor.
    /// </summary>
    public async Task<ComingPage> ComingAsync(bool calls, string? after, CancellationToken ct)
    {
        var found = new List<(Council Council, EventLine Line)>();
        foreach (var council in await councils.AllAsync(ct))
        {
            actors.Anyone(council.Id);
            var coming = Coming(council.Id, calls);
            if (InstantCursor.Read(after) is var (at, id))
                coming = coming.Where(e =>
                    e.StartsAt > at || (e.StartsAt == at && e.Id.CompareTo(id) > 0)
                );
            var lines = await Lines(
                    coming.OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(PageSize + 1)
                )
                .ToListAsync(ct);
            found.AddRange(lines.Select(l => (council, l)));
        }

        var ordered = found.OrderBy(f => f.Line.StartsAt).ThenBy(f => f.Line.Id).ToList();
        return new(
            [.. ordered.Take(PageSize)],
            ordered.Count > PageSize
                ? InstantCursor.Write(
                    ordered[PageSize - 1].Line.StartsAt,
                    ordered[PageSize - 1].Line.Id
                )
                : null
        );
    }

    /// <summary>Whether there is a time for a call with room in it, of whichever council.</summary>
    public async Task<bool> HasCallsAsync(CancellationToken ct)
    {
        foreach (var council in await councils.AllAsync(ct))
        {
            actors.Anyone(council.Id);
            if (await Coming(council.Id, calls: true).AnyAsync(ct))
                return true;
        }

        return false;
    }

    /// <summary>The councils that have no time for a call with room in it.</summary>
    public async Task<IReadOnlyList<Guid>> WithoutCallsAsync(CancellationToken ct)
    {
        var without = new List<Guid>();
        foreach (var council in await councils.AllAsync(ct))
        {
            actors.Anyone(council.Id);
            if (!await Coming(council.Id, calls: true).AnyAsync(ct))
                without.Add(council.Id);
        }

        return without;
    }

    private IQueryable<FosteringEvent> Coming(Guid councilId, bool calls)
    {
        var now = clock.Now;
        var coming = db.Set<FosteringEvent>()
            .Where(e => e.CouncilId == councilId)
            .Where(e => e.State == EventState.Published && e.StartsAt > now)
            .Where(e => (e.Kind == EventKind.CallBack) == calls);
        // Nobody waits for a time to be called: a full one is none to choose.
        return calls
            ? coming.Where(e =>
                db.Set<Booking>()
                    .Where(b => b.EventId == e.Id && b.State == BookingState.Booked)
                    .Sum(b => b.People) < e.Places
            )
            : coming;
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

    /// <summary>
    /// How many of those who booked enquired within 30 days after it (M-HUB-11), and what became of them (M-HUB-08).
    /// </summary>
    public Task<RoadFigures> RoadAsync(EventLine line, CancellationToken ct) =>
        road.OfAsync(CohortOf(line), ct);

    /// <summary>Households count once, and not by a booking that was cancelled or that nobody has let in.</summary>
    private IQueryable<Enquiry> CohortOf(EventLine line)
    {
        var on = clock.DateOf(line.StartsAt);
        var last = on.AddDays(EnquiryDays);
        var cases = db.Set<Booking>()
            .Where(b => b.EventId == line.Id && b.CaseId != null)
            .Where(b => b.State != BookingState.Cancelled && b.State != BookingState.Held)
            .Select(b => b.CaseId!.Value);
        return road.CountedOf(cases).Where(e => e.ReceivedOn >= on && e.ReceivedOn <= last);
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
