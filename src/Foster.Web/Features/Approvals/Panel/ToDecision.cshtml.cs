using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The adviser hands the case to the decision maker.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class ToDecisionModel : ItemFormPage
{
    private static readonly DateField Arrived = new("arrived")
    {
        Label = "When did the recommendation and the signed minutes reach the decision maker?",
        Called = "Date of arrival",
        Hint =
            "Today, unless they were handed over on paper before. The seven working days start on this day",
    };

    private readonly SendToDecisionMaker send;

    public ToDecisionModel(ItemPageReads items, SendToDecisionMaker send)
        : base(items)
    {
        this.send = send;
        Form = new Form(Arrived);
    }

    protected override void Fill() => Form.Suggest(Arrived, Today);

    protected override IReadOnlyList<Refusal> Against() =>
        [
            .. Applications.ApplicationMachine.Table.Against(
                Shown.ApplicationState,
                Applications.ApplicationVerb.SendToDecisionMaker,
                Actor.Role
            ),
            .. Shown.Minutes?.SignedOn is null
                ? new[] { new Refusal("The chair has not signed the minutes.", "T-APP-14") }
                : [],
        ];

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await send.RunAsync(new(Shown.Item.Id, Form.Must(Arrived)), Actor, ct),
            Back,
            "The case is with the decision maker."
        );
}
