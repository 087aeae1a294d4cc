using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>Who agreed to which check, in which words and when, and what was decided where somebody refused.</summary>
[ForRoles(Role.TeamManager, Role.Assessor)]
[Records(AccessKind.Confidential)]
public sealed class ConsentsModel(ApplyReads reads, ConsentReads consents) : StaffPage(reads)
{
    public IReadOnlyList<ConsentLine> Lines { get; private set; } = [];

    public bool MayDecide => Actor.Is(Role.TeamManager) && Facts.Application.IsOpen;

    /// <summary>Adults who live there and do not apply; they are asked when their own check is made.</summary>
    public IEnumerable<string> AskedLater =>
        from person in Facts.Others
        where person.AgeOn(Facts.Today) is null or >= 18
        select person.FullName;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (!await LoadAsync(caseId, ct))
            return NotFound();
        Lines = await consents.OfAsync(caseId, ct);
        return Page();
    }
}
