using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Approvals.Panel;

/// <summary>The adviser opens the papers to the members.</summary>
[ForRoles(Role.PanelAdviser)]
public sealed class SendModel(ItemPageReads items, AssessmentReads assessment, SendPapers send)
    : ItemFormPage(items)
{
    public PanelPack? Pack { get; private set; }

    public bool WouldBeLate => Today > Shown.Meeting.PapersDueOn;

    protected override async Task PrepareAsync(CancellationToken ct) =>
        Pack = await assessment.PackAsync(Shown.Item.CaseId, ct);

    protected override IReadOnlyList<Refusal> Against() =>
        [
            .. Against(PanelItemVerb.SendPapers),
            .. Pack?.Documents.Count is null or 0
                ? new[]
                {
                    new Refusal("There are no papers yet: the report is missing.", "T-APP-10"),
                }
                : [],
            .. Shown.Seats.Count == 0
                ? new[] { new Refusal("Ask members to the meeting first.", "R-PANEL-05") }
                : [],
        ];

    protected override async Task<Result<Sent>> ActAsync(CancellationToken ct) =>
        Done(
            await send.RunAsync(new(Shown.Item.Id), Actor, ct),
            Back,
            WouldBeLate
                ? "The papers are sent, late. The chair has to accept them, or the item is deferred."
                : "The papers are sent. Members are told by e-mail."
        );
}
