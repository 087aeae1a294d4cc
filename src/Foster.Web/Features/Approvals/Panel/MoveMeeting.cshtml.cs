using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class MoveMeetingModel : FormPage
{
    private static readonly TextField Why = MeetingFields.Why("Why is it moved?");

    private readonly PanelReads panel;
    private readonly LondonClock clock;
    private readonly MoveMeeting act;

    public MoveMeetingModel(PanelReads panel, LondonClock clock, MoveMeeting act)
    {
        (this.panel, this.clock, this.act) = (panel, clock, act);
        Form = new Form(
            MeetingFields.On,
            MeetingFields.At,
            MeetingFields.Online,
            MeetingFields.Place,
            Why
        );
    }

    public MeetingPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        var meeting = Shown.Meeting;
        Form.Fill(MeetingFields.On, meeting.On)
            .Fill(MeetingFields.At, meeting.At)
            .Fill(MeetingFields.Online, meeting.IsOnline)
            .Fill(MeetingFields.Place, meeting.Place);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct)
            ? await SendAsync(
                token =>
                    act.RunAsync(new(id, MeetingFields.Read(Form), Form.Must(Why)), Actor, token),
                $"/panel/meetings/{id}",
                "The meeting is moved, and those who knew of it have been told.",
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
