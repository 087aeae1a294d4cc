using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Documents.Staff;

/// <summary>Everything that was asked for in a case, as far as the reader works on it.</summary>
[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class CaseDocumentsModel(CaseReads cases, DocumentReads reads, ActorSource actors)
    : PageModel
{
    public Case Case { get; private set; } = null!;
    public IReadOnlyList<DocumentLine> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await cases.FindAsync(caseId, ct) is not { } found)
            return NotFound();
        Case = found;
        Documents = await reads.OfCaseAsync(caseId, actors.Required.Role, ct);
        return Page();
    }
}
