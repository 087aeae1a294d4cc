using Foster.Web.Features.Assessment.Checks;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Assessment.Staff;

/// <summary>One check: where it stands, what came back, what can be done.</summary>
[Records(AccessKind.Criminal, AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.Assessor, Role.TeamManager)]
public sealed class CheckPageModel(
    AssessmentHeaderReads headers,
    CheckReads checks,
    DocumentReads documents,
    ActorSource actors
) : PageModel
{
    public AssessmentHeader Header { get; private set; } = null!;
    public CheckView Check { get; private set; } = null!;

    /// <summary>What was asked for with it.</summary>
    public IReadOnlyList<DocumentLine> Documents { get; private set; } = [];
    public IReadOnlyList<CaseAction> Actions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid checkId, CancellationToken ct)
    {
        if (
            await headers.FindAsync(caseId, ct) is not { } header
            || await checks.FindAsync(caseId, checkId, ct) is not { } check
        )
            return NotFound();
        // What the police know of somebody stands under a second lock.
        if (
            check.Kind.Content == CheckContent.Criminal
            && await StepUp.AskAsync(HttpContext) is { } first
        )
            return first;
        (Header, Check) = (header, check);
        Documents = await documents.OfCheckAsync(
            caseId,
            check.Kind.Key,
            check.PersonId,
            actors.Required.Role,
            ct
        );
        if (check.Kind.FollowsFromInterviews || !header.IsOpen || header.ReportSharedOn is not null)
            return Page();
        var here = AssessmentLinks.Check(caseId, checkId);
        // The team manager has a day that lies longer back to record, and nothing else (§10.5).
        var earlier = actors.Required.Is(Role.TeamManager);
        bool May(CheckVerb verb) =>
            CheckMachine.Table.Against(check.State, verb, actors.Required.Role).Count == 0;
        Actions =
        [
            .. May(CheckVerb.Request) && !check.ConsentStopped
                ?
                [
                    new CaseAction(
                        earlier
                            ? "Record an earlier day on which it was asked for"
                            : "Ask for this check",
                        here + "/request",
                        !earlier && !check.Kind.IsMadeByUs
                    ),
                ]
                : Array.Empty<CaseAction>(),
            .. May(CheckVerb.Record)
                ?
                [
                    new CaseAction(
                        earlier ? "Record what came back on an earlier day"
                            : check.Kind.IsMadeByUs ? "Record what was found"
                            : "Record what came back",
                        here + "/record",
                        !earlier && check.Kind.IsMadeByUs
                    ),
                ]
                : Array.Empty<CaseAction>(),
            .. May(CheckVerb.Chase) && !check.ConsentStopped
                ?
                [
                    new CaseAction(
                        earlier ? "Record an earlier day on which it was chased" : "Chase it",
                        here + "/chase"
                    ),
                ]
                : Array.Empty<CaseAction>(),
            .. check.Animal is not null && May(CheckVerb.LeaveOut)
                ?
                [
                    new CaseAction(
                        "Correct what is written of the animal",
                        AssessmentLinks.Animal(caseId, checkId)
                    ),
                    new CaseAction(
                        "It is not at home any more",
                        AssessmentLinks.AnimalGone(caseId, checkId)
                    ),
                ]
                : Array.Empty<CaseAction>(),
            .. May(CheckVerb.Reopen)
                ? [new CaseAction("Reopen it", here + "/reopen")]
                : Array.Empty<CaseAction>(),
        ];
        return Page();
    }
}
