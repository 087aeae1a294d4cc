using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>Whose observations are still out, and until when they may come (R-ASSESS-12).</summary>
public sealed class ReadinessReads(FosterDb db, CaseReads cases, LondonClock clock)
{
    public async Task<IReadOnlyList<Gap>> GapsAsync(Guid caseId, CancellationToken ct)
    {
        var report = await db.Set<AssessmentReport>()
            .Where(r => r.CaseId == caseId)
            .Select(r => new { r.Id, r.Revision })
            .SingleOrDefaultAsync(ct);
        if (report is null)
            return
            [
                new Gap(
                    "There is no report yet.",
                    "T-APP-10",
                    AssessmentLinks.StaffReport(caseId),
                    Role.Assessor
                ),
            ];
        var copies = await db.Set<ReportRendition>()
            .CountAsync(r => r.CaseId == caseId && r.Revision == report.Revision, ct);
        var gaps = new List<Gap>();
        if (copies < Enum.GetValues<RenditionKind>().Length)
            gaps.Add(
                new Gap(
                    "The applicants' copy and panel's copy are not both stored.",
                    "T-APP-10",
                    AssessmentLinks.Share(caseId)
                )
            );
        var due = await db.Set<Deadline>()
            .Where(d =>
                d.CaseId == caseId
                && d.LineKey == DeadlineRules.Observations.Key
                && d.SubjectId == report.Id
            )
            .OrderByDescending(d => d.TriggerOn)
            .Select(d => (DateOnly?)d.DueOn)
            .FirstOrDefaultAsync(ct);
        if (due is { } day && clock.Today > day)
            return gaps;
        var sent = await db.Set<ReportObservation>()
            .Where(o => o.CaseId == caseId && o.Revision == report.Revision)
            .Select(o => o.PersonId)
            .ToListAsync(ct);
        foreach (
            var person in (await cases.ApplicantsAsync(caseId, ct)).Where(p =>
                !sent.Contains(p.PersonId)
            )
        )
            gaps.Add(
                new Gap(
                    $"{person.FullName} has not sent observations"
                        + (
                            due is { } until
                                ? $" and has until {BritishDate.Long(until)} to do so."
                                : "."
                        ),
                    "R-ASSESS-12",
                    AssessmentLinks.Observations(caseId)
                )
            );
        return gaps;
    }
}
