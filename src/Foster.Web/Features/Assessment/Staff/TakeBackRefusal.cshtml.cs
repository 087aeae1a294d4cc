using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A proposal of a refusal at stage 1 is taken back before the decision maker decides (R-ASSESS-05).</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class TakeBackRefusalModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    TakeBackRefusal takeBack
) : ActPage(headers)
{
    private static readonly TextField Reason = Reasons("Why do you take it back?");

    private IReadOnlyList<AssessmentDecision> open = [];

    public override string Heading => "Take back the proposal of a refusal";

    public override string Button => "Take the proposal back";

    public override IReadOnlyList<string> Explains =>
        [
            .. open.Select(p =>
                $"{p.By} proposed it on {BritishDate.Long(p.On)}: {AssessmentWords.Refusal(p.ReasonCode)}. {p.Reason}"
            ),
            open.Count == 0
                ? "No proposal of a refusal waits for the decision maker."
                : "The case goes off the decision maker's list, and stage 1 goes on. The proposal and your reason stay in the history.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token => takeBack.RunAsync(new(caseId, Form.Must(Reason)), Actor, token),
                AssessmentLinks.Of(caseId),
                "The proposal is taken back.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(Reason);
        if (!await FindAsync(caseId, ct))
            return false;
        open = await work.OpenRefusalsAsync(caseId, ct);
        return true;
    }
}
