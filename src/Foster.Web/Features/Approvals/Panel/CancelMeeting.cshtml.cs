using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class CancelMeetingModel : FormPage
{
    private static readonly TextField Why = MeetingFields.Why("Why is it cancelled?");

    private readonly PanelReads panel;
    private readonly LondonClock clock;
    private readonly CancelMeeting act;

    public CancelMeetingModel(PanelReads panel, LondonClock clock, CancelMeeting act)
    {
        (this.panel, this.clock, this.act) = (panel, clock, act);
        Form = new Form(Why);
    }

    public MeetingPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct)
            ? await SendAsync(
                token => act.RunAsync(new(id, Form.Must(Why)), Actor, token),
                $"/panel/meetings/{id}",
                "The meeting is cancelled, and those who knew of it have been told.",
                ct
            )
            : NotFound();

    /// <summary>Meetings that have been, and cancelled ones, are not there to be changed.</summary>
    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await panel.MeetingAsync(id, Actor, ct) is not { } shown)
            return false;
        Shown = shown;
        return shown.Meeting is { CancelledOn: null, AttendanceOn: null }
            && shown.Meeting.On >= clock.Today;
    }
}
