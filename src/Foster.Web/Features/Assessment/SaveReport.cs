using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record SaveReportInput(Guid CaseId, ReportWords Words, ApprovalTerms? Terms);

/// <summary>The assessor writes the report (R-ASSESS-09, R-ASSESS-10). New words end an earlier quality check.</summary>
public sealed class SaveReport(FosterDb db, CaseHistory history)
{
    public async Task<Result> RunAsync(SaveReportInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var against = new List<Refusal>();
        if (!actor.Is(Role.Assessor))
            against.Add(
                new Refusal("Only the assessor of the case writes the report.", "R-ASSESS-09")
            );
        if (application.Stage2StartedOn is null)
            against.Add(
                new Refusal("The report belongs to stage 2, which is not open yet.", "T-APP-04")
            );
        if (application.ReportSharedOn is not null || !application.IsOpen)
            against.Add(
                new Refusal("The report has been shared and stands as it is.", "R-ASSESS-12")
            );
        if (input.Terms is { } terms)
            against.AddRange(terms.Against());
        if (against.Count > 0)
            return Result.Refused(against);
        var report = await db.Set<AssessmentReport>()
            .SingleOrDefaultAsync(r => r.CaseId == input.CaseId, ct);
        if (report is null)
            db.Add(
                report = new AssessmentReport { CouncilId = actor.CouncilId, CaseId = input.CaseId }
            );
        report.Write(input.Words, input.Terms, actor.Name);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("report.saved", "Report saved")
            {
                Rules = ["R-ASSESS-09"],
                Payload = new { report.Revision },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
