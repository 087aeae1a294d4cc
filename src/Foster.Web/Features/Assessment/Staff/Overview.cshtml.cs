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

    /// <summary>What waits for the decision maker (R-ASSESS-05).</summary>
    public IReadOnlyList<AssessmentDecision> Proposals { get; private set; } = [];
    public bool MayTakeBack { get; private set; }
    public IReadOnlyList<(string Name, int Attended)> Preparation { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken ct)
    {
        if (await headers.FindAsync(caseId, ct) is not { } header)
            return NotFound();
        Header = header;
        Clocks = await headers.ClocksAsync(caseId, ct);
        Gaps = await work.GapsAsync(caseId, ct);
        Checks = await checks.ByPersonAsync(caseId, ct);
        Proposals = await work.OpenRefusalsAsync(caseId, ct);
        if (!RefusalProposals.IsDecidedLater(header.State))
            Proposals = [];
        var actor = actors.Required;
        MayTakeBack = Proposals.Count > 0 && RefusalProposals.MayTakeBack(Proposals, actor);
        Actions = AssessmentSteps.For(
            header,
            actor.Role,
            Checks.Sum(g => g.Checks.Count(c => c.IsToBeAskedFor)),
            Proposals.Count > 0,
            RefusalProposals.MayPropose(Proposals, actor.Role, header.Stage2StartedOn is not null)
        );
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
