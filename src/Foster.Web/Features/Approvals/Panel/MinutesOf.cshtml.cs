using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The adviser writes the minutes of an item.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class MinutesOfModel : ItemFormPage
{
    private static readonly TextField Proceedings = new("proceedings")
    {
        Label = "What was said and asked",
        Hint = "The key issues and the members' views, by role",
        MissingMessage = "Enter what was said and asked",
        Rows = 12,
        Max = 20_000,
    };

    private static readonly TextField Why = new("reasons")
    {
        Label = "Reasons for the recommendation",
        MissingMessage = "Enter the reasons for the recommendation",
        Rows = 6,
        Max = 10_000,
    };

    private static readonly TickField Final = new("final")
    {
        Label = "These minutes are final, for the chair to sign",
    };

    private readonly WriteMinutes write;

    public MinutesOfModel(ItemPageReads items, WriteMinutes write)
        : base(items)
    {
        this.write = write;
        Form = new Form(Proceedings, Why, Final);
    }

    protected override void Fill() =>
        Form.Fill(Proceedings, Shown.Minutes?.Proceedings)
            .Fill(Why, Shown.Minutes?.Reasons ?? Shown.Recommendation?.Reasons)
            .Fill(Final, Shown.Minutes?.FinalOn is not null);

    protected override IReadOnlyList<Refusal> Against() =>
        Shown switch
        {
            { Minutes.SignedOn: not null } =>
            [
                new Refusal("The minutes are signed and cannot be changed.", "R-PANEL-07"),
            ],
            { Item.State: PanelItemState.Heard or PanelItemState.Deferred } => [],
            _ =>
            [
                new Refusal(
                    "Record panel's recommendation, or that the item was deferred, first.",
                    "R-PANEL-07"
                ),
            ],
        };

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await write.RunAsync(
                new(Shown.Item.Id, Form.Must(Proceedings), Form.Must(Why), Form.Must(Final)),
                Actor,
                ct
            ),
            Back,
            Form.Must(Final)
                ? "The minutes are final and wait for the chair."
                : "The draft is saved."
        );
}
