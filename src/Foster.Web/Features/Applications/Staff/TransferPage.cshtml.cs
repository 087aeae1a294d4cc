using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>The move of a case from another service: where it stands, its dates and what comes next (R-TRF-01…08).</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class TransferPageModel(TransferReads reads, ActorSource actors) : PageModel
{
    public TransferView View { get; private set; } = null!;

    public IReadOnlyList<CaseAction> Actions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.FindAsync(caseId, ct) is not { } view)
            return NotFound();
        View = view;
        var here = TransferLinks.Of(caseId);
        Actions =
        [
            .. TransferActs
                .All.Where(a => !view.IsOver && a.Offered(view.Transfer, actors.Required.Role))
                .Select(a => new CaseAction(a.Heading, $"{here}/{a.Slug}", a.IsNext)),
        ];
        return Page();
    }

    public static string Who(TransferAttendees who) =>
        string.Join(
            ", ",
            new[]
            {
                (TransferAttendees.PlacingAuthority, "the placing authority"),
                (TransferAttendees.CurrentService, "the current service"),
                (TransferAttendees.Us, "we"),
                (TransferAttendees.Carer, "the carer"),
            }
                .Where(w => who.HasFlag(w.Item1))
                .Select(w => w.Item2)
        );
}
