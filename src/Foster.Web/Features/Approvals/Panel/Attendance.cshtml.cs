using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class AttendanceModel(PanelReads panel, RecordAttendance act) : FormPage
{
    private MultiChoiceField<Guid> chosen = new("present");

    public MeetingPage Shown { get; private set; } = null!;

    public string Heading => $"Who came to panel on {BritishDate.Long(Shown.Meeting.On)}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Form.Fill(chosen, [.. Shown.Asked.Where(a => a.Present == true).Select(a => a.AccountId)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct)
            ? await SendAsync(
                token => act.RunAsync(new(id, Form.Get(chosen) ?? []), Actor, token),
                $"/panel/meetings/{id}",
                "The attendance is recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await panel.MeetingAsync(id, Actor, ct) is not { } shown)
            return false;
        Shown = shown;
        chosen = new("present")
        {
            Label = "Who came?",
            Optional = true,
            Options =
            [
                .. shown.Asked.Select(a => new Option<Guid>(
                    a.AccountId,
                    a.Name,
                    a.Capacity.Title()
                )),
            ],
        };
        Form = new Form(chosen);
        return true;
    }
}
