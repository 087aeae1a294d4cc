using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Staff;

/// <summary>Cancels an event.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CancelModel(EventReads reads, BookingReads bookings, CancelEvent cancel)
    : FormPage
{
    private static readonly MoneyField Spent = new("spent")
    {
        Label = "What was spent on it already",
        Hint = "What you do not get back, or 0. It stays in the figures of the sources.",
        MissingMessage = "Enter what was spent on it already, or 0",
    };

    public EventLine Line { get; private set; } = null!;

    public int Held { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid eventId, CancellationToken ct) =>
        await LoadAsync(eventId, ct) ? Show() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid eventId, CancellationToken ct) =>
        await LoadAsync(eventId, ct)
            ? await SendAsync(
                token => cancel.RunAsync(new(eventId, Form.Must(Spent)), Actor, token),
                EventLinks.One(eventId),
                "It is cancelled, and everybody who had booked is told.",
                ct
            )
            : NotFound();

    private PageResult Show()
    {
        Form.Suggest(Spent, Line.CostPence);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid eventId, CancellationToken ct)
    {
        if (await reads.FindAsync(eventId, ct) is not { } line)
            return false;
        Line = line;
        Held = (await bookings.OfEventAsync(eventId, ct)).Count(b => b.State == BookingState.Held);
        Form = new Form(Spent);
        return true;
    }
}
