using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>What panel recommends, with its reasons and terms.</summary>
[ForRoles(Role.PanelAdviser, Role.PanelChair)]
public sealed class RecommendModel : ItemFormPage
{
    private readonly AssessmentReads assessment;
    private readonly RecordRecommendation record;

    public RecommendModel(
        ItemPageReads items,
        AssessmentReads assessment,
        RecordRecommendation record
    )
        : base(items)
    {
        (this.assessment, this.record) = (assessment, record);
        Form = new Form([.. RecommendFields.All]);
    }

    private ApprovalTerms? Proposed { get; set; }

    protected override async Task PrepareAsync(CancellationToken ct) =>
        Proposed = (await assessment.PackAsync(Shown.Item.CaseId, ct))?.ProposedTerms;

    protected override void Fill() => TermsForm.Fill(Form, Proposed);

    protected override IReadOnlyList<Refusal> Against()
    {
        var against = new List<Refusal>(Against(PanelItemVerb.Hear));
        if (against.Count > 0)
            return against;
        if (!Shown.Item.PapersStand)
            against.Add(
                new Refusal(
                    "The papers went out late. The chair has to accept them, or the item is deferred.",
                    "R-PANEL-08"
                )
            );
        if (Shown.Meeting.AttendanceOn is null)
            against.Add(new Refusal("Record who came to the meeting first.", "R-VAL-11"));
        else
            against.AddRange(Quorum.Against(Shown.Seats, Shown.Meeting.IsJoint));
        return against;
    }

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct)
    {
        var said = RecommendFields.Read(Form);
        return Done(
            await record.RunAsync(
                new(Shown.Item.Id, said.Outcome, said.Reasons, said.Terms, said.Dissent),
                Actor,
                ct
            ),
            Back,
            "The recommendation is recorded. The case moves on when the chair has signed the minutes."
        );
    }
}
