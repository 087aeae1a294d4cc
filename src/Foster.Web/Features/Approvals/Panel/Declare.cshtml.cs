using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>A member declares before the papers open (R-PANEL-14).</summary>
[ForRoles(Role.PanelMember, Role.PanelChair)]
public sealed class DeclareModel : ItemFormPage
{
    private static readonly YesNoField Conflict = new("conflict")
    {
        Label = "Do you have a conflict of interest in this item?",
        Yes = "Yes, I have a conflict of interest",
        No = "No",
        Inline = false,
        MissingMessage = "Select whether you have a conflict of interest",
    };

    private static readonly TextField Nature = new("nature")
    {
        Label = "What is the conflict?",
        Hint = "For example, that you know an applicant, or worked on this assessment",
        Rows = 3,
        Max = 2_000,
        Optional = true,
        OnlyWhen = f => f.Get(Conflict) != false,
    };

    private readonly ItemPageReads items;
    private readonly DeclareInterest declare;

    public DeclareModel(ItemPageReads items, DeclareInterest declare)
        : base(items)
    {
        (this.items, this.declare) = (items, declare);
        Form = new Form(Conflict, Nature);
    }

    public Connections Known { get; private set; } = new([], [], []);

    protected override async Task PrepareAsync(CancellationToken ct) =>
        Known = await items.ConnectionsAsync(Shown.Item.CaseId, ct);

    protected override IReadOnlyList<Refusal> Against() =>
        PanelItemMachine.Open.Contains(Shown.Item.State)
            ? []
            :
            [
                new Refusal(
                    $"The item is {PanelItemMachine.Words(Shown.Item.State)}.",
                    "R-PANEL-14"
                ),
            ];

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct)
    {
        var conflict = Form.Must(Conflict);
        return Done(
            await declare.RunAsync(new(Shown.Item.Id, conflict, Form.Get(Nature)), Actor, ct),
            conflict ? $"/panel/meetings/{Shown.Meeting.Id}" : Back,
            conflict
                ? "Your conflict of interest is recorded. You take no part in this item and its papers are closed to you."
                : "You have declared that you have no conflict of interest."
        );
    }
}
