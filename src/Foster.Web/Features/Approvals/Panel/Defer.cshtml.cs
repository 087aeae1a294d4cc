using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>Panel puts the item off and says what it needs.</summary>
[ForRoles(Role.PanelAdviser, Role.PanelChair)]
public sealed class DeferModel : ItemFormPage
{
    private static readonly ChoiceField<string> Code = new("code", PanelWords.DeferCodes)
    {
        Label = "Why is the item deferred?",
        MissingMessage = "Select why the item is deferred",
    };

    private static readonly TextField Why = new("reasons")
    {
        Label = "Panel's reasons",
        Rows = 4,
        Max = 4_000,
        Hint = "At least 20 characters",
    };

    private static readonly TextField Actions = new("actions")
    {
        Label = "What is needed, and who does it",
        MissingMessage = "Enter what is needed",
        Rows = 4,
        Max = 4_000,
    };

    private static readonly DateField Target = new("target")
    {
        Label = "When does panel mean to hear it again?",
        Called = "Target date",
        MissingMessage = "Enter when panel means to hear it again",
    };

    private readonly DeferItem defer;

    public DeferModel(ItemPageReads items, DeferItem defer)
        : base(items)
    {
        this.defer = defer;
        Form = new Form(Code, Why, Actions, Target);
    }

    protected override IReadOnlyList<Refusal> Against() => Against(PanelItemVerb.Defer);

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await defer.RunAsync(
                new(
                    Shown.Item.Id,
                    Form.Must(Code),
                    Form.Must(Why),
                    Form.Must(Actions),
                    Form.Must(Target)
                ),
                Actor,
                ct
            ),
            Back,
            "The item is deferred. The eight months run on."
        );
}
