using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class MemberNoticeModel : FormPage
{
    private static readonly YesNoField ByMember = new("by-member")
    {
        Label = "Who gave notice?",
        Yes = "The member",
        No = "The service",
        MissingMessage = "Select who gave notice",
    };

    private static readonly DateField On = new("on") { Label = "Date of the written notice" };

    private static readonly TextField Why = new("reasons")
    {
        Label = "Reasons of the service",
        Rows = 4,
        Max = 2_000,
        OnlyWhen = f => f.Get(ByMember) != true,
        Optional = true,
        Hint = "Needed where the service gives notice",
    };

    private readonly PanelReads panel;
    private readonly RemoveMember remove;

    public MemberNoticeModel(PanelReads panel, RemoveMember remove)
    {
        (this.panel, this.remove) = (panel, remove);
        Form = new Form(ByMember, On, Why);
    }

    public ListRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct)
            ? await SendAsync(
                token =>
                    remove.RunAsync(
                        new(id, Form.Must(On), Form.Must(ByMember), Form.Get(Why)),
                        Actor,
                        token
                    ),
                "/panel/list",
                "The notice is recorded.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var rows = await panel.ListedAsync(Today, ct);
        if (rows.FirstOrDefault(r => r.Id == id) is not { } row)
            return false;
        Row = row;
        return true;
    }
}
