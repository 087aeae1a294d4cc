using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The chair signs the minutes, and panel's recommendation stands.</summary>
[ForRoles(Role.PanelChair)]
public sealed class SignModel : ItemFormPage
{
    private static readonly TickField Accurate = new("accurate")
    {
        Label = "These minutes are accurate, and cover the key issues and the members' views",
        MustBeTicked = "Tick to say that the minutes are accurate",
    };

    private readonly SignMinutes sign;

    public SignModel(ItemPageReads items, SignMinutes sign)
        : base(items)
    {
        this.sign = sign;
        Form = new Form(Accurate);
    }

    protected override IReadOnlyList<Refusal> Against() =>
        Shown.Minutes switch
        {
            null or { FinalOn: null } =>
            [
                new Refusal("The panel adviser has not marked the minutes as final.", "R-PANEL-07"),
            ],
            { SignedOn: not null } =>
            [
                new Refusal("The minutes are signed already.", "R-PANEL-07"),
            ],
            _ => [],
        };

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await sign.RunAsync(new(Shown.Item.Id), Actor, ct),
            // A restricted case closes to panel with the signature.
            Shown.Restricted
                ? $"/panel/meetings/{Shown.Meeting.Id}"
                : Back,
            "The minutes are signed. The panel adviser can send the case to the decision maker."
        );
}
