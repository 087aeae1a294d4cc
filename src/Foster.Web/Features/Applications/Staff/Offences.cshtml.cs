using Foster.Web.Features.Applications.Sections;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Applications.Staff;

/// <summary>What each applicant says of offences, for the team manager alone and behind a fresh proof (R-ELIG-08).</summary>
[ForRoles(Role.TeamManager)]
[FreshFactor]
[Records(AccessKind.Criminal)]
public sealed class OffencesModel(ApplyReads reads) : PageModel
{
    public ApplyFacts Facts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await reads.OfCaseAsync(caseId, ct) is not { Applicants.Count: > 0 } facts)
            return NotFound();
        Facts = facts;
        return Page();
    }

    /// <summary>Nothing of what is still being written: it may yet change.</summary>
    public IReadOnlyList<SummaryRow> Said(ApplicantFacts who) =>
        who.Part.IsSent ? Section.OffenceAnswers(Facts, who) : [];

    public bool Declares(ApplicantFacts who) => who.Part.IsSent && Section.Declares(Facts, who);

    private static CourtSection Section => (CourtSection)ApplySections.Of("court");
}
