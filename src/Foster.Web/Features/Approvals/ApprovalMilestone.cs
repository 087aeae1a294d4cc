using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>Cases in which the decision maker approved somebody (M-HUB-08).</summary>
public sealed class ApprovalMilestone(FosterDb db) : ICaseMilestone
{
    public MilestoneKind Kind => MilestoneKind.Approval;

    public IQueryable<CaseReached> Reached() =>
        db.Set<Decision>()
            .AsNoTracking()
            .Where(d => d.Outcome == DecisionOutcome.Approved)
            .Select(d => new CaseReached { CaseId = d.CaseId, On = d.DecidedOn });
}
