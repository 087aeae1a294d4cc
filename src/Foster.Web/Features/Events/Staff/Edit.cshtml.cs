using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using static Foster.Web.Features.Events.Staff.EventFields;

namespace Foster.Web.Features.Events.Staff;

/// <summary>Changes an event that has not begun.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class EditModel(EventReads reads, SaveEvent save, LondonClock clock) : FormPage
{
    public EventLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid eventId, CancellationToken ct)
    {
        if (!await LoadAsync(eventId, ct))
            return NotFound();
        Fill(Form, Line);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid eventId, CancellationToken ct) =>
        await LoadAsync(eventId, ct)
            ? await SendAsync(
                async token =>
                    await save.RunAsync(
                        new(
                            eventId,
                            PlanOf(Form, clock),
                            Line.State == EventState.Draft && Form.Must(Publish)
                        ),
                        Actor,
                        token
                    ),
                EventLinks.One(eventId),
                "It is changed.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid eventId, CancellationToken ct)
    {
        if (await reads.FindAsync(eventId, ct) is not { } line)
            return false;
        Line = line;
        var fields = new List<Field>
        {
            Kind,
            Title,
            On,
            Starts,
            Ends,
            Place,
            Directions,
            Access,
            Places,
            Cost,
        };
        if (line.State == EventState.Draft)
            fields.Add(Publish);
        Form = new Form([.. fields]);
        return true;
    }
}
