using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class MembersModel(PanelReads panel, AskMembers act) : FormPage
{
    private MultiChoiceField<Guid> chosen = new("members");

    public MeetingPage Shown { get; private set; } = null!;

    public bool HasBeen => Shown.Meeting.On <= Today;

    public string Heading => $"Who is asked to panel on {BritishDate.Long(Shown.Meeting.On)}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Form.Fill(chosen, [.. Shown.Asked.Select(a => a.AccountId)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct)
            ? await SendAsync(
                token => act.RunAsync(new(id, Form.Get(chosen) ?? []), Actor, token),
                $"/panel/meetings/{id}",
                "Who is asked is changed.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await panel.MeetingAsync(id, Actor, ct) is not { } shown)
            return false;
        Shown = shown;
        var listed = await panel.ListedAsync(shown.Meeting.On, ct);
        chosen = new("members")
        {
            Label = "Members of the central list",
            Optional = true,
            Options =
            [
                .. listed
                    .Where(l => l.From <= shown.Meeting.On)
                    .Select(l => new Option<Guid>(l.AccountId, l.Name, l.Capacity.Title())),
            ],
        };
        Form = new Form(chosen);
        return true;
    }
}
