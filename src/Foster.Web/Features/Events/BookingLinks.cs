using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>The link by which somebody sees their booking and cancels it. Part of operations, which save.</summary>
public sealed class BookingLinks(FosterDb db, Links links, LondonClock clock)
{
    /// <summary>It can be opened for some days after the event.</summary>
    private static readonly TimeSpan After = TimeSpan.FromDays(7);

    /// <summary>The links that were sent before work as long as those that are sent now that the event is at another time.</summary>
    public Task ShiftAsync(
        FosteringEvent found,
        IReadOnlyList<Guid> bookings,
        CancellationToken ct
    ) => links.MoveEndAsync(LinkPurpose.Booking, bookings, found.EndsAt + After, ct);

    public async Task<EventMailTo> MailToAsync(
        FosteringEvent found,
        Booking booking,
        CancellationToken ct
    )
    {
        var secret = await links.IssueAsync(
            LinkPurpose.Booking,
            booking.CouncilId,
            booking.CaseId ?? Guid.Empty,
            booking.Id,
            null,
            found.EndsAt - clock.Now + After,
            ct,
            first: true
        );
        return new EventMailTo(
            booking.Email,
            booking.FirstName,
            await db.Set<Council>().SingleAsync(c => c.Id == booking.CouncilId, ct),
            found.StartsAt,
            links.Absolute($"/booking/{secret}"),
            found.EndsAt,
            found.IsCall
        );
    }
}
