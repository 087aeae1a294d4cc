using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>A letter as it is printed.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager, Role.PanelAdviser)]
public sealed class LetterModel(LetterReads letters) : PageModel
{
    public LetterView Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid letterId, CancellationToken ct)
    {
        if (await letters.FindAsync(letterId, ct) is not { } letter)
            return NotFound();
        Letter = letter;
        return Page();
    }
}
