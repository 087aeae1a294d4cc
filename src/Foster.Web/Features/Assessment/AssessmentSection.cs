using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Assessment;

/// <summary>The assessment on the case page.</summary>
public sealed class AssessmentSection(
    AssessmentHeaderReads headers,
    CheckReads checks,
    AssessmentWorkReads work
) : ICaseSection
{
    public int Order => 30;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (
            !actor.Is(Role.Assessor, Role.TeamManager, Role.DecisionMaker)
            || await headers.FindAsync(caseId, ct) is not { } header
            || header.State == ApplicationState.Draft
        )
            return null;
        var lines = (await checks.ByPersonAsync(caseId, ct)).SelectMany(g => g.Checks).ToList();
        var open = (await headers.ClocksAsync(caseId, ct)).FirstOrDefault(c =>
            c.Status == DeadlineStatus.Open
        );
        var facts = new List<CaseFact>
        {
            new("Stage 1", header.Stage1Status),
            new("Stage 2", header.Stage2Status),
        };
        if (lines.Count(l => l.State != CheckState.Cancelled) is > 0 and var asked)
            facts.Add(
                new(
                    "Checks received",
                    $"{lines.Count(l => l.State == CheckState.Received)} of {asked}",
                    actor.Is(Role.DecisionMaker) ? null : AssessmentLinks.Of(caseId)
                )
            );
        if (open is not null)
            facts.Add(
                new($"Next: {open.Title}", $"{BritishDate.Long(open.DueOn)} ({open.RuleId})")
            );
        var proposals = RefusalProposals.IsDecidedLater(header.State)
            ? await work.OpenRefusalsAsync(caseId, ct)
            : [];
        if (proposals is [.., var proposal])
            facts.Add(
                new(
                    "Refusal proposed",
                    $"By {proposal.By} on {BritishDate.Long(proposal.On)}. The decision maker decides (R-ASSESS-05)"
                )
            );
        return new CaseSection(
            "Assessment",
            AssessmentWords.State(header.State),
            facts,
            AssessmentSteps.For(
                header,
                actor.Role,
                lines.Count(l => l.IsToBeAskedFor),
                proposals.Count > 0,
                RefusalProposals.MayPropose(
                    proposals,
                    actor.Role,
                    header.Stage2StartedOn is not null
                )
            )
        );
    }
}

public sealed class AssessmentNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new(
                "staff",
                "Assessments",
                AssessmentLinks.List,
                30,
                nameof(Role.Assessor),
                nameof(Role.TeamManager)
            ),
            new(
                "decisions",
                "Stage 1 refusals",
                "/decisions/stage-1",
                30,
                nameof(Role.DecisionMaker)
            ),
            new("apply", "Your checks", AssessmentLinks.Checks, 30, nameof(Role.ProspectiveCarer)),
            new("apply", "Your report", AssessmentLinks.Report, 31, nameof(Role.ProspectiveCarer)),
        ];
}
