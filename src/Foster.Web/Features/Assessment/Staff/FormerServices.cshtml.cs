using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>Earlier approvals by other services, and what was asked of them (S3-06, S3-07, R-TRF-05…07).</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class FormerServicesModel(
    AssessmentHeaderReads headers,
    FormerServiceReads services,
    ActorSource actors
) : PageModel
{
    public AssessmentHeader Header { get; private set; } = null!;

    public IReadOnlyList<FormerServiceLine> Lines { get; private set; } = [];

    /// <summary>The assessor records what another service has approved.</summary>
    public bool MayRecord => actors.Required.Is(Role.Assessor) && MayAsk;

    public bool MayAsk =>
        Header is { IsOpen: true, ReportSharedOn: null }
        && Header.State >= Applications.ApplicationState.Stage1;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await headers.FindAsync(caseId, ct) is not { } header)
            return NotFound();
        Header = header;
        Lines = await services.OfCaseAsync(caseId, ct);
        return Page();
    }

    public bool May(ServiceRequest request, ServiceRequestVerb verb) =>
        ServiceRequest.Table.Against(request.State, verb, actors.Required.Role).Count == 0;
}
