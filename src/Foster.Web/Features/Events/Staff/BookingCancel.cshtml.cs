using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Events.Staff;

/// <summary>Cancels the booking of somebody who rang.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class BookingCancelModel(BookingReads reads, CancelBooking cancel, LondonClock clock)
    : FormPage
{
    public StaffBooking Found { get; private set; } = null!;

    public bool CanCancel =>
        Found.Booking.State is BookingState.Booked or BookingState.Waiting
        && Found.Event.StartsAt > clock.Now;

    public async Task<IActionResult> OnGetAsync(Guid bookingId, CancellationToken ct) =>
        await LoadAsync(bookingId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid bookingId, CancellationToken ct) =>
        await LoadAsync(bookingId, ct)
            ? await SendAsync(
                token => cancel.RunAsync(new(bookingId), Actor, token),
                EventLinks.One(Found.Event.Id),
                "The booking is cancelled, and they are told.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid bookingId, CancellationToken ct)
    {
        if (await reads.FindAsync(bookingId, ct) is not { } found)
            return false;
        Found = found;
        Form = new Form();
        return true;
    }
}
