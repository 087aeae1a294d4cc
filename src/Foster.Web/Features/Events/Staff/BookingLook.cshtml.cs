using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Events.Staff;

/// <summary>A booking that was held back: in or out.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
[Records(AccessKind.Health)]
public sealed class BookingLookModel(
    BookingReads reads,
    LetInBooking letIn,
    CancelBooking cancel,
    LondonClock clock
) : FormPage
{
    private const string In = "in";

    private static readonly ChoiceField<string> Choice = new(
        "choice",
        new Option<string>(
            In,
            "Let it in",
            "They get a place, or go on the waiting list, and an email says which"
        ),
        new Option<string>("out", "Throw it away", "Nobody is told")
    )
    {
        Label = "Did a person send it?",
        Called = "Your decision",
        MissingMessage = "Select whether to let it in or to throw it away",
    };

    public StaffBooking Found { get; private set; } = null!;

    public bool IsOpen =>
        Found.Booking.State == BookingState.Held
        && Found.Event.State == EventState.Published
        && Found.Event.StartsAt > clock.Now;

    public async Task<IActionResult> OnGetAsync(Guid bookingId, CancellationToken ct) =>
        await LoadAsync(bookingId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid bookingId, CancellationToken ct) =>
        await LoadAsync(bookingId, ct)
            ? await SendAsync(
                token =>
                    Form.Must(Choice) == In
                        ? letIn.RunAsync(new(bookingId), Actor, token)
                        : cancel.RunAsync(new(bookingId), Actor, token),
                EventLinks.One(Found.Event.Id),
                "Your decision is noted.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid bookingId, CancellationToken ct)
    {
        if (await reads.FindAsync(bookingId, ct) is not { } found)
            return false;
        Found = found;
        Form = new Form(Choice);
        return true;
    }
}
