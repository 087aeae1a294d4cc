using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>One assessment: both stages, clocks, what is missing, checks, referees, preparation, decisions.</summary>
[Records(AccessKind.Confidential)]
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class OverviewModel(
    AssessmentHeaderReads headers,
    AssessmentWorkReads work,
    CheckReads checks,
    CaseReads cases,
    ActorSource actors,
    LondonClock clock
) : PageModel
{
    public AssessmentHeader Header { get; private set; } = null!;
    public IReadOnlyList<ClockLine> Clocks { get; private set; } = [];
    public IReadOnlyList<Gap> Gaps { get; private set; } = [];
    public IReadOnlyList<CaseAction> Actions { get; private set; } = [];
    public IReadOnlyList<ChecksOfPerson> Checks { get; private set; } = [];
    public IReadOnlyList<RefereeLine> Referees { get; private set; } = [];
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];
    public IReadOnlyList<(string Name, int Attended)> Preparation { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await headers.FindAsync(caseId, ct) is not { } header)
            return NotFound();
        Header = header;
        Clocks = await headers.ClocksAsync(caseId, ct);
        Gaps = await work.GapsAsync(caseId, ct);
        Actions = AssessmentSteps.For(header, actors.Required.Role);
        Checks = await checks.ByPersonAsync(caseId, ct);
        Referees = await work.RefereesAsync(caseId, ct);
        Decisions = await work.DecisionsAsync(caseId, ct);
        var attended = await work.AttendanceAsync(caseId, ct);
        Preparation =
        [
            .. (await cases.ApplicantsAsync(caseId, ct)).Select(p =>
                (p.FullName, attended.Count(a => a.PersonId == p.PersonId))
            ),
        ];
        return Page();
    }
}
