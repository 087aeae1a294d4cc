using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class NewMemberModel(PanelReads panel, ListMember list) : FormPage
{
    private static readonly ChoiceField<PanelCapacity> Capacity = new(
        "capacity",
        [.. Enum.GetValues<PanelCapacity>().Select(c => new Option<PanelCapacity>(c, c.Title()))]
    )
    {
        Label = "In which capacity do they sit?",
        MissingMessage = "Select in which capacity they sit",
    };

    private static readonly YesNoField Independent = new("independent")
    {
        Label = "Are they independent of the service?",
        Hint =
            "Not a councillor here, not employed in fostering or child protection here, not one of our carers, and not related to any of these",
        MissingMessage = "Select whether they are independent",
    };

    private static readonly DateField From = new("from") { Label = "On the list from" };

    private ChoiceField<Guid> member = new("member");

    public bool NobodyLeft { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Form.Suggest(From, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        return await SendAsync(
            token =>
                list.RunAsync(
                    new(
                        Form.Must(member),
                        Form.Must(Capacity),
                        Form.Must(Independent),
                        Form.Must(From)
                    ),
                    Actor,
                    token
                ),
            "/panel/list",
            "The member is on the central list.",
            ct
        );
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        var people = await panel.ListableAsync(ct);
        NobodyLeft = people.Count == 0;
        member = new ChoiceField<Guid>("member")
        {
            Label = "Who?",
            MissingMessage = "Select who joins the list",
            AsSelect = people.Count > 8,
            Options = [.. people.Select(p => new Option<Guid>(p.Id, p.Name))],
        };
        Form = new Form(member, Capacity, Independent, From);
    }
}
