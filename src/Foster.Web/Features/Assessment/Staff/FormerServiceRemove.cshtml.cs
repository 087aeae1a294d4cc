using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>An approval elsewhere that was recorded by mistake is taken off (S3-07).</summary>
[ForRoles(Role.Assessor)]
public sealed class FormerServiceRemoveModel(
    AssessmentHeaderReads headers,
    FormerServiceReads services,
    RemovePreviousApproval remove
) : ActPage(headers)
{
    private static readonly TextField Reason = Reasons("Why was it a mistake?");

    public FormerServiceLine Line { get; private set; } = null!;

    public override string Heading => "Take off an approval recorded by mistake";

    public override string Button => "Take it off";

    public override string Back => AssessmentLinks.FormerServices(Header.CaseId);

    public override string? About => $"{Line.Approval.ServiceName}, for {Line.Whose}";

    public override IReadOnlyList<string> Explains =>
        [
            "Only while that service was asked for nothing. Its reference is not waited for any more. To correct the name, the address or the person, take it off and record it again.",
        ];

    public async Task<IActionResult> OnGetAsync(
        Guid caseId,
        Guid approvalId,
        CancellationToken ct
    ) => await OpenAsync(caseId, approvalId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid caseId,
        Guid approvalId,
        CancellationToken ct
    ) =>
        await OpenAsync(caseId, approvalId, ct)
            ? await SendAsync(
                token => remove.RunAsync(new(approvalId, Form.Must(Reason)), Actor, token),
                Back,
                "That approval was taken off.",
                ct
            )
            : NotFound();

    private async Task<bool> OpenAsync(Guid caseId, Guid approvalId, CancellationToken ct)
    {
        if (
            !await FindAsync(caseId, ct)
            || (await services.OfCaseAsync(caseId, ct)).FirstOrDefault(l =>
                l.Approval.Id == approvalId
            )
                is not { } line
        )
            return false;
        Line = line;
        Form = new Form(Reason);
        return true;
    }
}
