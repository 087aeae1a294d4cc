using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>One booking of an event, for staff.</summary>
/// <param name="Left">Of a call that nobody answered: nothing more is to be done about it.</param>
/// <param name="IsHidden">It belongs to a case that is restricted and not open to the reader: it counts and says nothing.</param>
public sealed record BookingLine(
    Guid Id,
    string FirstName,
    string Email,
    string? Telephone,
    string? AccessNeeds,
    int People,
    BookingState State,
    Guid? CaseId,
    bool Left = false,
    bool IsHidden = false
)
{
    /// <summary>The last day on which they were called again in vain.</summary>
    public DateOnly? TriedOn { get; init; }
}

/// <summary>One booking with its event, for staff.</summary>
public sealed record StaffBooking(BookingLine Booking, EventLine Event);

/// <summary>What the holder of a link sees: their booking.</summary>
public sealed record BookingView(
    Guid Id,
    string FirstName,
    int People,
    BookingState State,
    EventLine Event,
    bool CanCancel,
    Actor Actor,
    string? AccessNeeds = null
);

/// <summary>What a link leads to.</summary>
/// <param name="LastDay">The last day on which it worked.</param>
/// <param name="View">Null where its time is over, or what was booked has been erased.</param>
public sealed record BookingLink(TeamContact Team, DateOnly LastDay, BookingView? View);

/// <summary>Bookings, for staff and for those who booked.</summary>
public sealed class BookingReads(
    FosterDb db,
    EventReads events,
    ActorSource actors,
    Links links,
    EnquiryContactReads contacts,
    LondonClock clock
)
{
    public const string Hidden = "Somebody whose case is restricted";

    /// <summary>In the order in which they were made.</summary>
    public async Task<IReadOnlyList<BookingLine>> OfEventAsync(
        Guid eventId,
        CancellationToken ct
    ) =>
        await SeenAsync(
            db.Set<Booking>()
                .Where(b => b.EventId == eventId)
                .OrderBy(b => b.BookedAt)
                .ThenBy(b => b.Id),
            ct
        );

    /// <summary>Null where it is another council's, or of a case that is not open to the reader.</summary>
    public async Task<StaffBooking?> FindAsync(Guid bookingId, CancellationToken ct)
    {
        var eventId = await db.Set<Booking>()
            .Where(b => b.Id == bookingId)
            .Select(b => b.EventId)
            .SingleOrDefaultAsync(ct);
        var found = await SeenAsync(db.Set<Booking>().Where(b => b.Id == bookingId), ct);
        return found is [{ IsHidden: false } line] && await events.FindAsync(eventId, ct) is { } of
            ? new(line, of)
            : null;
    }

    /// <summary>What is behind a link; null where there was never one.</summary>
    public async Task<BookingLink?> OfLinkAsync(string? secret, CancellationToken ct)
    {
        if (await links.FindAsync(secret, LinkPurpose.Booking, ct) is not { } token)
            return null;
        var holder = actors.Holder(token.CouncilId, Guid.Empty, "Holder of a link", null);
        if (await contacts.OfAsync(token.CouncilId, ct) is not { } team)
            return null;
        var link = new BookingLink(team, London.DateOf(token.ExpiresAt), null);
        if (!links.IsLive(token))
            return link;
        var booking = await db.Set<Booking>()
            .AsNoTracking()
            .SingleOrDefaultAsync(b => b.Id == token.SubjectId, ct);
        if (booking is null || await events.FindAsync(booking.EventId, ct) is not { } line)
            return link;
        return link with
        {
            View = new BookingView(
                booking.Id,
                booking.FirstName,
                booking.People,
                booking.State,
                line,
                booking.IsLive && line.StartsAt > clock.Now,
                holder,
                booking.AccessNeeds
            ),
        };
    }

    /// <summary>Bookings belong to the council; whose case is restricted is shown with nothing of the person (R-ENQ-13, R-SOD-08).</summary>
    private async Task<List<BookingLine>> SeenAsync(
        IQueryable<Booking> bookings,
        CancellationToken ct
    )
    {
        var found = await bookings
            .AsNoTracking()
            .Select(b => new
            {
                Line = new BookingLine(
                    b.Id,
                    b.FirstName,
                    b.Email,
                    b.Telephone,
                    b.AccessNeeds,
                    b.People,
                    b.State,
                    b.CaseId,
                    b.LeftOn != null,
                    false
                )
                {
                    TriedOn = b.TriedOn,
                },
                IsHidden = b.CaseId != null && !db.Set<Case>().Any(c => c.Id == b.CaseId),
            })
            .ToListAsync(ct);
        return found.ConvertAll(f =>
            f.IsHidden
                ? new(
                    f.Line.Id,
                    Hidden,
                    "",
                    null,
                    null,
                    f.Line.People,
                    f.Line.State,
                    null,
                    false,
                    true
                )
                : f.Line
        );
    }
}
