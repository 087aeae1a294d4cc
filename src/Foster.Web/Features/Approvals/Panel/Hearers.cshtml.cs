using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The adviser names the members who hear a restricted case.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class HearersModel(ItemPageReads items, NameForPanel act) : ItemFormPage(items)
{
    private MultiChoiceField<Guid> chosen = new("members");

    public bool NobodyAsked => Shown.Seats.Count == 0;

    protected override Task PrepareAsync(CancellationToken ct)
    {
        chosen = new("members")
        {
            Label = "Which members hear it?",
            Optional = true,
            Options =
            [
                .. Shown.Seats.Select(s => new Option<Guid>(
                    s.AccountId,
                    s.Name,
                    s.Capacity.Title()
                )),
            ],
        };
        Form = new Form(chosen);
        return Task.CompletedTask;
    }

    protected override void Fill() => Form.Fill(chosen, [.. Shown.Hearers]);

    protected override IReadOnlyList<Refusal> Against() =>
        !Shown.Restricted
            ?
            [
                new Refusal(
                    "This case is not restricted: everybody asked to the meeting hears it.",
                    "R-SOD-08"
                ),
            ]
        : PanelItemMachine.Open.Contains(Shown.Item.State) ? []
        :
        [
            new Refusal(
                $"The item is {PanelItemMachine.Words(Shown.Item.State)}: who hears it stands.",
                "R-SOD-08"
            ),
        ];

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await act.RunAsync(new(Shown.Item.Id, Form.Get(chosen) ?? []), Actor, ct),
            Back,
            "Who hears the item is saved."
        );
}
