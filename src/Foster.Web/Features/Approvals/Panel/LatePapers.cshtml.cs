using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

[ForRoles(Role.PanelChair)]
public sealed class LatePapersModel : ItemFormPage
{
    private static readonly TextField Why = new("reasons")
    {
        Label = "Why can panel hear the item all the same?",
        Called = "Your reasons",
        Hint = "At least 20 characters",
        MissingMessage = "Enter your reasons",
        Rows = 4,
        Max = 4_000,
    };

    private readonly AcceptLatePapers act;

    public LatePapersModel(ItemPageReads items, AcceptLatePapers act)
        : base(items)
    {
        this.act = act;
        Form = new Form(Why);
    }

    protected override IReadOnlyList<Refusal> Against() => Against(PanelItemVerb.AcceptLatePapers);

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await act.RunAsync(new(Shown.Item.Id, Form.Must(Why)), Actor, ct),
            Back,
            "The late papers are accepted."
        );
}
