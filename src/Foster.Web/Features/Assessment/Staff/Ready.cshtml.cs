using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>The case is ready for panel (T-APP-10).</summary>
[ForRoles(Role.Assessor)]
public sealed class ReadyModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    MakeReady make
) : ActPage(headers)
{
    public override string Heading => "Mark ready for panel";

    public override string Button => "Mark ready for panel";

    public override IReadOnlyList<string> Explains =>
        [
            "The panel adviser can then put the case on an agenda. It is possible once the observations of every applicant are in, or their 10 working days are over.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await OpenAsync(caseId, ct)
            ? await SendAsync(
                token => make.RunAsync(new(caseId), Actor, token),
                AssessmentLinks.Of(caseId),
                "The case is ready for panel.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, CancellationToken ct)
    {
        if (!await FindAsync(caseId, ct))
            return false;
        Gaps =
            Header.State == ApplicationState.ReportShared ? await work.GapsAsync(caseId, ct) : [];
        return true;
    }
}
