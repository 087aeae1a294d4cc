using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Events.Staff;

/// <summary>Cancels an event.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CancelModel(EventReads reads, BookingReads bookings, CancelEvent cancel)
    : FormPage
{
    public EventLine Line { get; private set; } = null!;

    public int Held { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid eventId, CancellationToken ct) =>
        await LoadAsync(eventId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid eventId, CancellationToken ct) =>
        await LoadAsync(eventId, ct)
            ? await SendAsync(
                token => cancel.RunAsync(new(eventId), Actor, token),
                EventLinks.One(eventId),
                "It is cancelled, and everybody who had booked is told.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid eventId, CancellationToken ct)
    {
        if (await reads.FindAsync(eventId, ct) is not { } line)
            return false;
        Line = line;
        Held = (await bookings.OfEventAsync(eventId, ct)).Count(b => b.State == BookingState.Held);
        Form = new Form();
        return true;
    }
}
