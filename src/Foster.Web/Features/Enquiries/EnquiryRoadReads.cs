using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>How many households enquired, and what became of them (M-HUB-08).</summary>
public sealed record RoadFigures(int Enquiries, int Visits, int Applications, int Approvals);

/// <summary>
/// How far counted enquiries got, wherever it happened: in their own case, in an enquiry of the household that is kept and
/// counts with them (M-OFS-03), or in the case that was opened for a child whom they know (R-ENQ-11).
/// </summary>
public sealed class EnquiryRoadReads(FosterDb db, IEnumerable<ICaseMilestone> milestones)
{
    public IQueryable<Enquiry> Visited(IQueryable<Enquiry> cohort)
    {
        var counted = db.Set<Enquiry>()
            .Where(e => e.VisitedOn != null)
            .Select(e => e.CountsWith ?? e.CaseId);
        return cohort.Where(e => counted.Contains(e.CaseId));
    }

    public IQueryable<Enquiry> Reached(MilestoneKind kind, IQueryable<Enquiry> cohort)
    {
        var cases = milestones.Single(m => m.Kind == kind).Reached().Select(r => r.CaseId);
        var linked = db.Set<Case>()
            .Where(c => c.PreviousCaseId != null && cases.Contains(c.Id))
            .Where(c => !db.Set<Enquiry>().Any(own => own.CaseId == c.Id))
            .Select(c => c.PreviousCaseId!.Value);
        var counted = db.Set<Enquiry>()
            .Where(e => cases.Contains(e.CaseId) || linked.Contains(e.CaseId))
            .Select(e => e.CountsWith ?? e.CaseId);
        return cohort.Where(e => counted.Contains(e.CaseId));
    }

    /// <summary>The counted enquiries of the households of these cases.</summary>
    public IQueryable<Enquiry> CountedOf(IQueryable<Guid> cases)
    {
        var counted = db.Set<Enquiry>()
            .Where(e => cases.Contains(e.CaseId))
            .Select(e => e.CountsWith ?? e.CaseId);
        return db.Set<Enquiry>().Where(e => e.Counted && counted.Contains(e.CaseId));
    }

    public async Task<RoadFigures> OfAsync(IQueryable<Enquiry> cohort, CancellationToken ct) =>
        new(
            await cohort.CountAsync(ct),
            await Visited(cohort).CountAsync(ct),
            await Reached(MilestoneKind.Application, cohort).CountAsync(ct),
            await Reached(MilestoneKind.Approval, cohort).CountAsync(ct)
        );
}
