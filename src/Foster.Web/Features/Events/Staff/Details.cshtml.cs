using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Events.Staff;

/// <summary>One event with those who booked; once it has begun, who came.</summary>
[Records(AccessKind.Health)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class DetailsModel(
    EventReads reads,
    BookingReads bookings,
    MarkAttendance mark,
    LondonClock clock
) : FormPage
{
    private MultiChoiceField<string> came = new("came");

    public EventLine Line { get; private set; } = null!;

    public IReadOnlyList<BookingLine> Bookings { get; private set; } = [];

    /// <summary>Enquiries within 30 days of those who booked, and what became of them (M-HUB-08, M-HUB-11).</summary>
    public RoadFigures Road { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Such as «3, £33.33 each», to the nearest penny.</summary>
    public string Each(int count) =>
        count > 0 && Line.CostPence > 0
            ? $"{count}, {new Money(Line.CostPence).Times(1, count)} each"
            : $"{count}";

    public bool HasBegun => Line.StartsAt <= clock.Now;

    /// <summary>A draft can be changed and cancelled although its day went by: nobody has booked it.</summary>
    public bool CanChange =>
        Line.State == EventState.Draft || (Line.State == EventState.Published && !HasBegun);

    public int Held => Bookings.Count(b => b.State == BookingState.Held);

    /// <summary>Of whom they can say whether they came.</summary>
    public IReadOnlyList<BookingLine> Expected =>
        [.. Bookings.Where(b => b.State != BookingState.Cancelled && !b.IsHidden)];

    public async Task<IActionResult> OnGetAsync(Guid eventId, CancellationToken ct)
    {
        if (!await LoadAsync(eventId, ct))
            return NotFound();
        if (Form.Fields.Contains(came))
            Form.Fill(
                came,
                [.. Bookings.Where(b => b.State == BookingState.Came).Select(b => b.Id.ToString())]
            );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid eventId, CancellationToken ct) =>
        await LoadAsync(eventId, ct)
            ? await SendAsync(
                token =>
                    mark.RunAsync(new(eventId, [.. Ticked().Select(Guid.Parse)]), Actor, token),
                EventLinks.One(eventId),
                "It is noted who came.",
                ct
            )
            : NotFound();

    /// <summary>Nothing while the question is not asked.</summary>
    private IReadOnlyList<string> Ticked() =>
        Form.Fields.Contains(came) ? Form.Get(came) ?? [] : [];

    private async Task<bool> LoadAsync(Guid eventId, CancellationToken ct)
    {
        if (await reads.FindAsync(eventId, ct) is not { } line)
            return false;
        Line = line;
        Bookings = await bookings.OfEventAsync(eventId, ct);
        Road = await reads.RoadAsync(line, ct);
        came = new(
            "came",
            [
                .. Expected.Select(b => new Option<string>(
                    b.Id.ToString(),
                    $"{b.FirstName}, {b.Email}{(b.People > 1 ? $", {b.People} people" : "")}"
                )),
            ]
        )
        {
            Label = line.IsCall ? "Whom did you reach?" : "Who came?",
            Optional = true,
        };
        Form =
            HasBegun && line.State == EventState.Published && Expected.Count > 0
                ? new Form(came)
                : new Form();
        return true;
    }
}
