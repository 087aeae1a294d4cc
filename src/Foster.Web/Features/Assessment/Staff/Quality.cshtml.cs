using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The team manager reads the report and signs it (R-ASSESS-17).</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.TeamManager)]
public sealed class QualityModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    CheckReportQuality check
) : ActPage(headers)
{
    private static readonly TextField Reason = Reasons(
        "What did you check, and why is it good enough?"
    );

    public AssessmentReport? Report { get; private set; }

    public override string Heading => "Check the report";

    public override string Button => "Sign the quality check";

    public override IReadOnlyList<string> Explains =>
        [
            "Read the report below. Nobody checks a report of their own (R-SOD-03). If the assessor changes it afterwards, it needs a new check.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token => check.RunAsync(new(caseId, Form.Must(Reason)), Actor, token),
                AssessmentLinks.Of(caseId),
                "The quality check is signed.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        Form = new Form(Reason);
        if (!await FindAsync(caseId, ct))
            return false;
        Report = await work.ReportAsync(caseId, ct);
        Gaps = SharingReads.ReportGaps(caseId, Report);
        return true;
    }
}
