using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The team manager reopens a recorded check (R-ASSESS-06).</summary>
[ForRoles(Role.TeamManager)]
public sealed class CheckReopenModel(
    AssessmentHeaderReads headers,
    CheckReads checks,
    ReopenCheck reopen
) : CheckActPage(headers, checks)
{
    private static readonly TextField Reason = Reasons("Why does it have to be made again?");

    public override string Heading => "Reopen this check";

    public override string Button => "Reopen this check";

    public override IReadOnlyList<string> Explains =>
        [
            "What was recorded is taken out and the check waits again. Stage 1 cannot be passed until it is back.",
            "The 10 working days for the stage 1 decision do not start again (R-ASSESS-06).",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        Form = new Form(Reason);
        return await FindAsync(caseId, checkId, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        Form = new Form(Reason);
        return await FindAsync(caseId, checkId, ct)
            ? await SendAsync(
                token => reopen.RunAsync(new(checkId, Form.Must(Reason)), Actor, token),
                Back,
                "The check was reopened.",
                ct
            )
            : NotFound();
    }
}
