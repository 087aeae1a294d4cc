using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>Something in signed minutes is wrong: a further entry says how it is to be read.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class CorrectMinutesModel : ItemFormPage
{
    private static readonly TextField Text = new("text")
    {
        Label = "How is it to be read?",
        Called = "The correction",
        Hint = "Quote what is wrong, then write what is right",
        MissingMessage = "Enter how it is to be read",
        Rows = 6,
        Max = 10_000,
    };

    private readonly CorrectMinutes correct;

    public CorrectMinutesModel(ItemPageReads items, CorrectMinutes correct)
        : base(items)
    {
        this.correct = correct;
        Form = new Form(Text, CorrectionFields.Why);
    }

    protected override IReadOnlyList<Refusal> Against() =>
        !Shown.MayBeCorrected
            ?
            [
                new Refusal(
                    "It can be corrected after panel has heard the item and before the decision.",
                    "R-PANEL-07"
                ),
            ]
        : Shown.Minutes?.SignedOn is null
            ?
            [
                new Refusal(
                    "The minutes are not signed yet: change them where you write them.",
                    "R-PANEL-07"
                ),
            ]
        : [];

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await correct.RunAsync(
                new(Shown.Item.Id, Form.Must(Text), Form.Must(CorrectionFields.Why)),
                Actor,
                ct
            ),
            Back,
            "The correction is recorded. The decision maker reads it beside the minutes."
        );
}
