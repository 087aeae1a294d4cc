using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>Adds the checks that the household needs as it is now (R-VAL-02).</summary>
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class HouseholdModel(AssessmentHeaderReads headers, RenewChecks renew)
    : ActPage(headers)
{
    public override string Heading => "Look at the household again";

    public override string Button => "Add the checks that are missing";

    public override IReadOnlyList<string> Explains =>
        [
            "When somebody moves in, turns 18 before panel or moves to another council's area, more checks are needed. They are added to the list; what is there stays.",
        ];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct) =>
        await FindAsync(caseId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken ct) =>
        await FindAsync(caseId, ct)
            ? await SendAsync(
                token => renew.RunAsync(new(caseId), Actor, token),
                AssessmentLinks.Of(caseId),
                "The missing checks were added.",
                ct
            )
            : NotFound();
}
