using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The adviser puts a case on the agenda of a meeting.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class PutModel(CaseReads cases, PanelReads panel, PutOnAgenda put) : FormPage
{
    private ChoiceField<Guid> meeting = new("meeting");

    public string Reference { get; private set; } = "";

    public bool NoMeeting => meeting.Options.Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await LoadAsync(caseId, ct)
            ? await SendAsync(
                async token =>
                {
                    var placed = await put.RunAsync(new(caseId, Form.Must(meeting)), Actor, token);
                    return placed.Ok
                        ? new Sent($"/panel/items/{placed.Value.Id}", "The case is on the agenda.")
                        : Result<Sent>.Refused(placed.Refusals);
                },
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid caseId, CancellationToken ct)
    {
        if (await cases.FindAsync(caseId, ct) is not { } found)
            return false;
        Reference = found.Reference;
        meeting = MeetingChoice.Of(await panel.OpenMeetingsAsync(ct));
        Form = new Form(meeting);
        return true;
    }
}
