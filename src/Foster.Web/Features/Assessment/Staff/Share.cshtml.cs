using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The report goes to the applicants (T-APP-09).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class ShareModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    ShareReport share
) : ActPage(headers)
{
    private static readonly DateField On = Day("When is it shared?", "The day it is shared");

    public override string Heading => "Share the report with the applicants";

    public override string Button => "Share the report";

    public override IReadOnlyList<string> Explains =>
        [
            "Two copies are stored as they are today: the applicants' copy without the annex and the words of referees, and panel's copy with everything (R-ASSESS-15). The report cannot be changed afterwards.",
            "The applicants are told by e-mail and have 10 working days to send observations (R-ASSESS-12).",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await OpenAsync(caseId, ct))
            return NotFound();
        Form.Suggest(On, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token => share.RunAsync(new(caseId, Form.Must(On)), Actor, token),
                AssessmentLinks.Of(caseId),
                "The report is with the applicants.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(On);
        if (!await FindAsync(caseId, ct))
            return false;
        Gaps =
            Header.State == ApplicationState.Stage1Passed ? await work.GapsAsync(caseId, ct) : [];
        return true;
    }
}
