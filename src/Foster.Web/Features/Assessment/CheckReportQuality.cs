using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record CheckReportQualityInput(Guid CaseId, string Reason);

/// <summary>The team manager reads the report and signs that it is good enough to share (R-ASSESS-17, R-SOD-03).</summary>
public sealed class CheckReportQuality(
    FosterDb db,
    AssessmentHandsReads hands,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        CheckReportQualityInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var report = await db.Set<AssessmentReport>()
            .SingleOrDefaultAsync(r => r.CaseId == input.CaseId, ct);
        var against = new List<Refusal>();
        if (!actor.Is(Role.TeamManager))
            against.Add(
                new Refusal("The team manager checks the quality of a report.", "R-ASSESS-17")
            );
        if (application.ReportSharedOn is not null || !application.IsOpen)
            against.Add(
                new Refusal("The report has been shared and stands as it is.", "R-ASSESS-12")
            );
        against.AddRange(
            await hands.AgainstAssessorAsync(input.CaseId, actor, "check the report", ct)
        );
        against.AddRange(AssessmentReasons.Against(input.Reason));
        against.AddRange(SharingReads.ReportGaps(input.CaseId, report).Select(g => g.Refusal));
        if (against.Count > 0)
            return Result.Refused(against);
        report!.PassQuality(actor, clock.Today);
        db.Add(
            AssessmentDecision.Of(
                AssessmentStep.QualityCheck,
                actor,
                input.CaseId,
                clock.Today,
                reason: input.Reason,
                revision: report.Revision
            )
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("report.checked", "Report checked for quality")
            {
                Reason = input.Reason,
                Rules = ["R-ASSESS-17", "R-SOD-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
