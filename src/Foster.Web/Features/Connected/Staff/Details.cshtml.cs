using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Connected.Staff;

/// <summary>One family that asked about a child whom they know, with the next step.</summary>
[ForRoles(Role.TeamManager, Role.RecruitmentOfficer)]
public sealed class DetailsModel(ConnectedReads reads, ActorSource actors) : PageModel
{
    public ConnectedView View { get; private set; } = null!;

    public IReadOnlyList<CaseAction> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.FindAsync(caseId, actors.Required, ct) is not { } view)
            return NotFound();
        View = view;
        Steps = ConnectedSteps.For(view.Referral, view.Restricted, actors.Required);
        return Page();
    }
}
