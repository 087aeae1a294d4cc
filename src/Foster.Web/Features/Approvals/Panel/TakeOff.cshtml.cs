using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelAdviser)]
public sealed class TakeOffModel : ItemFormPage
{
    private static readonly TextField Why = new("reasons")
    {
        Label = "Why is it taken off?",
        Called = "Your reasons",
        Hint = "At least 20 characters",
        MissingMessage = "Enter your reasons",
        Rows = 4,
        Max = 4_000,
    };

    private readonly TakeOffAgenda act;

    public TakeOffModel(ItemPageReads items, TakeOffAgenda act)
        : base(items)
    {
        this.act = act;
        Form = new Form(Why);
    }

    protected override IReadOnlyList<Refusal> Against() => Against(PanelItemVerb.TakeOff);

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await act.RunAsync(new(Shown.Item.Id, Form.Must(Why)), Actor, ct),
            Back,
            "The item is off the agenda. The case is still ready for panel."
        );
}
