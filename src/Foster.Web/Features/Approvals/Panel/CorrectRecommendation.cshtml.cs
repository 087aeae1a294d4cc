using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>What panel recommended was written down wrongly: a further entry says it rightly.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class CorrectRecommendationModel : ItemFormPage
{
    private static readonly TextField Wrong = CorrectionFields.Why;

    private readonly CorrectRecommendation correct;

    public CorrectRecommendationModel(ItemPageReads items, CorrectRecommendation correct)
        : base(items)
    {
        this.correct = correct;
        Form = new Form([.. RecommendFields.All, Wrong]);
    }

    protected override void Fill() => RecommendFields.Fill(Form, Shown.Recommendation!);

    protected override IReadOnlyList<Refusal> Against() =>
        !Shown.MayBeCorrected
            ?
            [
                new Refusal(
                    "It can be corrected after panel has heard the item and before the decision.",
                    "R-PANEL-07"
                ),
            ]
        : Shown.Recommendation is null
            ? [new Refusal("Panel has not recommended on this item.", "R-PANEL-07")]
        : [];

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct)
    {
        var said = RecommendFields.Read(Form);
        return Done(
            await correct.RunAsync(
                new(
                    Shown.Item.Id,
                    said.Outcome,
                    said.Reasons,
                    said.Terms,
                    said.Dissent,
                    Form.Must(Wrong)
                ),
                Actor,
                ct
            ),
            Back,
            "The correction is recorded. The decision maker reads both entries."
        );
    }
}
