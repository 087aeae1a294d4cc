using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Events.Public;

/// <summary>One event with its directions, and the form that books it.</summary>
public sealed class EventModel(
    EventReads reads,
    BookPlace book,
    ActorSource actors,
    Trail trail,
    LondonClock clock
) : GuardedFormPage
{
    private static readonly TextField FirstName = new("given-name")
    {
        Label = "First name",
        MissingMessage = "Enter your first name",
        Autocomplete = "given-name",
        Spellcheck = false,
        Max = 100,
        Width = "govuk-!-width-two-thirds",
    };

    private static readonly EmailField Email = new("email")
    {
        Label = "Email address",
        Hint = "We send you a link with which you can cancel, and a reminder.",
        Autocomplete = "email",
        MissingMessage = "Enter your email address",
    };

    private static readonly PhoneField Telephone = new("telephone")
    {
        Label = "Telephone number",
        Autocomplete = "tel",
        MissingMessage = "Enter your telephone number, so that we can call you",
    };

    private static readonly NumberField People = new("people")
    {
        Label = "How many of you are coming?",
        Hint = $"Up to {Booking.MostPeople}, children included.",
        MissingMessage = "Enter how many of you are coming",
        Min = 1,
        Max = Booking.MostPeople,
        Width = "govuk-input--width-2",
    };

    private static readonly TextField Access = new("access")
    {
        Label = "Is there anything you need to take part?",
        Hint = "For example step-free access, an interpreter, or large print.",
        Optional = true,
        Rows = 3,
        Max = 500,
    };

    public Council Council { get; private set; } = null!;

    public EventLine Line { get; private set; } = null!;

    public bool CanBook => Line.State == EventState.Published && Line.StartsAt > clock.Now;

    public async Task<IActionResult> OnGetAsync(Guid eventId, CancellationToken ct)
    {
        if (!await LoadAsync(eventId, ct))
            return NotFound();
        if (!Line.IsCall)
            Form.Suggest(People, 1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid eventId, CancellationToken ct)
    {
        if (!await LoadAsync(eventId, ct))
            return NotFound();
        return await GuardAsync(
            () =>
                SendAsync(
                    token =>
                        book.RunAsync(
                            new(
                                eventId,
                                Form.Must(FirstName),
                                Form.Must(Email),
                                Line.IsCall ? Form.Must(Telephone) : null,
                                Line.IsCall ? 1 : Form.Must(People),
                                Form.Get(Access),
                                Signs,
                                trail.Of(HttpContext)
                            ),
                            actors.Anyone(Council.Id),
                            token
                        ),
                    EventLinks.Booked(eventId),
                    "",
                    ct
                ),
            ct
        );
    }

    private async Task<bool> LoadAsync(Guid eventId, CancellationToken ct)
    {
        if (await reads.OpenAsync(eventId, ct) is not var (council, line))
            return false;
        (Council, Line) = (council, line);
        Form = line.IsCall
            ? new Form(FirstName, Telephone, Email, Access)
            : new Form(FirstName, Email, People, Access);
        return true;
    }
}
