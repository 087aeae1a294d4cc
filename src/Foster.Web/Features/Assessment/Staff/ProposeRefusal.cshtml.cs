using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A refusal at stage 1 is put to the decision maker (R-ASSESS-05).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class ProposeRefusalModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    ProposeRefusal propose
) : ActPage(headers)
{
    private static readonly ChoiceField<string> Code = Codes(
        AssessmentReasons.Refuse,
        "What is the main reason?"
    );
    private static readonly TextField Reason = Reasons("What should the decision maker know?");

    public override string Heading => "Propose a refusal at stage 1";

    public override string Button => "Send to the decision maker";

    public override IReadOnlyList<string> Explains =>
        ["Only the decision maker signs a refusal. The case goes on their list with your reasons."];

    private IReadOnlyList<AssessmentDecision> open = [];

    public override string? Warning =>
        !RefusalProposals.MayPropose(open, Actor.Role, Header.Stage2StartedOn is not null)
            ? $"{open[^1].By} proposed a refusal on {BritishDate.Long(open[^1].On)}: {AssessmentWords.Refusal(open[^1].ReasonCode)}. The decision maker decides. A second proposal is not possible before that one is taken back."
        : Header.Stage2StartedOn is null ? null
        : "Stage 2 is open. A refusal at stage 1 needs the team manager's proposal and a legal reason, and is not possible once the 10 working days are over (R-ASSESS-20).";

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        return await OpenAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    propose.RunAsync(new(caseId, Form.Must(Code), Form.Must(Reason)), Actor, token),
                AssessmentLinks.Of(caseId),
                "The proposal is with the decision maker.",
                ct
            )
            : NotFound();
    }

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(Code, Reason);
        if (!await FindAsync(caseId, ct))
            return false;
        open = await work.OpenRefusalsAsync(caseId, ct);
        return true;
    }
}
