using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>A refusal at stage 1 is put to the decision maker (R-ASSESS-05).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class ProposeRefusalModel(AssessmentHeaderReads headers, ProposeRefusal propose)
    : ActPage(headers)
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

    public override string? Warning =>
        Header.Stage2StartedOn is null
            ? null
            : "Stage 2 is open. A refusal at stage 1 needs the team manager's proposal and a legal reason, and is not possible once the 10 working days are over (R-ASSESS-20).";

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(Code, Reason);
        return await FindAsync(caseId, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(Code, Reason);
        return await FindAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    propose.RunAsync(new(caseId, Form.Must(Code), Form.Must(Reason)), Actor, token),
                AssessmentLinks.Of(caseId),
                "The proposal is with the decision maker.",
                ct
            )
            : NotFound();
    }
}
