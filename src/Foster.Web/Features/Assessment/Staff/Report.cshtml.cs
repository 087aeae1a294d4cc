using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The assessor writes the report (R-ASSESS-10).</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.Assessor)]
public sealed class ReportModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    SaveReport save
) : ActPage(headers)
{
    private static readonly ReportFields Fields = new();

    public override string Heading => "Assessment report";

    public override string Button => "Save the report";

    public override IReadOnlyList<string> Explains =>
        [
            "Save as often as you like; a quality check of earlier words ends with it. When it is shared, the words stand.",
            "The confidential annex and the words of referees are not in the applicants' copy (R-ASSESS-15). Write nothing into the other parts that was said in confidence.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        Form = Fields.NewForm();
        if (!await FindAsync(caseId, ct))
            return NotFound();
        if (await work.ReportAsync(caseId, ct) is { } report)
            Fields.Fill(Form, report);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct)
    {
        Form = Fields.NewForm();
        return await FindAsync(caseId, ct)
            ? await SendAsync(
                token =>
                    save.RunAsync(
                        new(caseId, Fields.Words(Form), Fields.Terms(Form)),
                        Actor,
                        token
                    ),
                AssessmentLinks.StaffReport(caseId),
                "The report was saved.",
                ct
            )
            : NotFound();
    }
}
