using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Assessment.Applicant;

/// <summary>The applicant's own checks: how far each is, never a result, never the partner's (R-SOD-13).</summary>
[Records(AccessKind.Criminal, AccessKind.Health, AccessKind.Confidential)]
public sealed class OwnChecksModel(CheckReads checks, AssessmentWorkReads work, ActorSource actors)
    : PageModel
{
    public IReadOnlyList<CheckLine> Checks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await work.OwnCaseAsync(ct) is { } caseId && actors.Required.PersonId is { } self)
            Checks = await checks.OwnAsync(caseId, self, ct);
    }
}
