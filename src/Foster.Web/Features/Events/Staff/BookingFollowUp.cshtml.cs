using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Events.Staff;

/// <summary>What came of calling somebody again who had not answered.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class BookingFollowUpModel(BookingReads reads, FollowUpMissedCall followUp) : FormPage
{
    private static readonly ChoiceField<CalledAgain> Choice = new(
        "choice",
        new Option<CalledAgain>(CalledAgain.Reached, "We spoke with them"),
        new Option<CalledAgain>(
            CalledAgain.NoAnswer,
            "Nobody answered again, and we try another time",
            "They stay on the list"
        ),
        new Option<CalledAgain>(
            CalledAgain.Left,
            "Nobody answered again, and nothing more is to be done",
            "They can book another time, or enquire"
        )
    )
    {
        Label = "How did it go?",
        Called = "How it went",
        MissingMessage = "Select how it went",
    };

    public StaffBooking Found { get; private set; } = null!;

    public bool IsOpen =>
        Found is { Event.IsCall: true, Booking: { State: BookingState.Missed, Left: false } };

    public async Task<IActionResult> OnGetAsync(Guid bookingId, CancellationToken ct) =>
        await LoadAsync(bookingId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid bookingId, CancellationToken ct) =>
        await LoadAsync(bookingId, ct)
            ? await SendAsync(
                token => followUp.RunAsync(new(bookingId, Form.Must(Choice)), Actor, token),
                EventLinks.Missed,
                "It is noted how it went.",
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
