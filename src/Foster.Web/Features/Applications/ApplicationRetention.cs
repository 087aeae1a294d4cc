using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Applicants who were refused or withdrew: three years from that day (R-REC-04).</summary>
public sealed class ApplicantStage(FosterDb db) : IRetentionStage
{
    public DeadlineLine Line => DeadlineRules.ApplicantRecordKept;

    public IQueryable<StageEnd> Ended() => db.Closed(applied: true);
}

/// <summary>A draft that was never sent is no application: it goes like an enquiry (R-REC-06).</summary>
public sealed class DraftStage(FosterDb db) : IRetentionStage
{
    public DeadlineLine Line => DeadlineRules.EnquiryKept;

    public IQueryable<StageEnd> Ended() => db.Closed(applied: false);
}

/// <summary>How far an application got.</summary>
public sealed class ApplicationTally(FosterDb db) : ICaseTally
{
    public int Order => 20;

    public async Task<CaseTally?> OfAsync(Guid caseId, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(a => a.CaseId == caseId && a.ReceivedOn != null)
            .OrderBy(a => a.ReceivedOn)
            .FirstOrDefaultAsync(ct);
        if (application is null)
            return null;
        var stages = new List<string> { CaseStages.Applied };
        if (application.Stage1StartedOn is not null)
            stages.Add("stage 1");
        if (application.Stage2StartedOn is not null)
            stages.Add("stage 2");
        if (application.RecommendedOn is not null)
            stages.Add("panel");
        if (application.ApprovedOn is not null)
            stages.Add(CaseStages.Approved);
        return new CaseTally(null, null, stages);
    }
}

internal static class ClosedApplications
{
    /// <summary>Cases of which the last application is closed.</summary>
    public static IQueryable<StageEnd> Closed(this FosterDb db, bool applied)
    {
        var all = db.Set<Application>().AsNoTracking().IgnoreQueryFilters([FosterDb.CaseFilter]);
        return from a in all
            where
                a.ClosedOn != null
                && (a.ReceivedOn != null) == applied
                && !all.Any(o =>
                    o.CaseId == a.CaseId && (o.ClosedOn == null || o.ApprovedOn != null)
                )
            select new StageEnd
            {
                CaseId = a.CaseId,
                SubjectId = a.CaseId,
                On = a.ClosedOn!.Value,
            };
    }
}
