using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>Says everything that stands between a report and its sharing (T-APP-09).</summary>
public sealed class SharingReads(
    FosterDb db,
    CaseReads cases,
    Stage1Reads stage1,
    LondonClock clock
)
{
    public async Task<IReadOnlyList<Gap>> GapsAsync(Application application, CancellationToken ct)
    {
        var caseId = application.CaseId;
        var report = await db.Set<AssessmentReport>()
            .SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        return
        [
            .. application.Stage2StartedOn is null
                ? new[]
                {
                    new Gap(
                        "Stage 2 is not open yet.",
                        "T-APP-09",
                        AssessmentLinks.Stage2(caseId),
                        Role.TeamManager
                    ),
                }
                : [],
            .. await TrainingGapsAsync(caseId, ct),
            .. (await stage1.StandingAsync(application, ct)).Gaps,
            .. await ExpiredAsync(caseId, ct),
            .. ReportGaps(caseId, report),
            .. report is { CheckedOn: null }
                ? new[]
                {
                    new Gap(
                        "The team manager has not checked the report yet.",
                        "R-ASSESS-17",
                        AssessmentLinks.Quality(caseId),
                        Role.TeamManager
                    ),
                }
                : [],
        ];
    }

    /// <summary>Sessions that somebody has still to attend (R-S2F-04).</summary>
    public async Task<IReadOnlyList<Gap>> TrainingGapsAsync(Guid caseId, CancellationToken ct)
    {
        var attended = await db.OfCaseAsync<SessionAttendance>(caseId, ct);
        return
        [
            .. from person in await cases.ApplicantsAsync(caseId, ct)
            let missed = PreparationSessions
                .All.Where(s =>
                    !attended.Any(a => a.PersonId == person.PersonId && a.SessionKey == s.Key)
                )
                .ToList()
            where missed.Count > 0
            select new Gap(
                $"{person.FullName} has still to attend: {string.Join(", ", missed.Select(s => s.Title))}.",
                "R-S2F-03",
                AssessmentLinks.Training(caseId)
            ),
        ];
    }

    public static IReadOnlyList<Gap> ReportGaps(Guid caseId, AssessmentReport? report)
    {
        var href = AssessmentLinks.StaffReport(caseId);
        if (report is null)
            return [new Gap("The report is not written yet.", "R-ASSESS-10", href, Role.Assessor)];
        var empty = report
            .Sections.Where(s => s.Text.Length == 0)
            .Select(s => $"{s.Title} ({s.Rule})")
            .ToList();
        return
        [
            .. empty.Count > 0
                ? new[]
                {
                    new Gap(
                        $"The report says nothing on: {string.Join("; ", empty)}.",
                        "R-ASSESS-10",
                        href,
                        Role.Assessor
                    ),
                }
                : [],
            .. report.Terms is { } terms
                ? terms
                    .Against()
                    .Select(r => new Gap(r.Reason, r.RuleId ?? "R-VAL-07", href, Role.Assessor))
                :
                [
                    new Gap(
                        "The report proposes no terms of approval.",
                        "R-TERMS-01",
                        href,
                        Role.Assessor
                    ),
                ],
        ];
    }

    private async Task<IEnumerable<Gap>> ExpiredAsync(Guid caseId, CancellationToken ct)
    {
        var today = clock.Today;
        return (await db.OfCaseAsync<Check>(caseId, ct))
            .Where(c => c.State == CheckState.Received && c.ExpiresOn < today)
            .Select(c => new Gap(
                $"{c.About.Title} ({c.Kind}) ran out on {BritishDate.Long(c.ExpiresOn!.Value)}.",
                "T-APP-09",
                AssessmentLinks.Check(caseId, c.Id)
            ));
    }
}
