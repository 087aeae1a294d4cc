using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Cases in which the service held an application signed by everybody (M-HUB-08).</summary>
public sealed class ApplicationMilestone(FosterDb db) : ICaseMilestone
{
    public MilestoneKind Kind => MilestoneKind.Application;

    public IQueryable<CaseReached> Reached() =>
        db.Set<Application>()
            .AsNoTracking()
            .Where(a => a.ReceivedOn != null)
            .Select(a => new CaseReached { CaseId = a.CaseId, On = a.ReceivedOn!.Value });
}
