using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record ShareReportInput(Guid CaseId, DateOnly On);

/// <summary>
/// The applicants get their copy of the report and ten working days for observations (T-APP-09, R-ASSESS-12). Both copies
/// are stored as they are that day.
/// </summary>
public sealed class ShareReport(
    FosterDb db,
    SharingReads sharing,
    AssessmentReads packs,
    CaseReads cases,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history,
    Outbox outbox,
    Links links
)
{
    public async Task<Result> RunAsync(ShareReportInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var shared = application.ShareReport(
            actor,
            input.On,
            [
                .. await backDating.AgainstAsync(input.On, actor, ct),
                .. (await sharing.GapsAsync(application, ct)).Select(g => g.Refusal),
            ]
        );
        if (!shared.Ok)
            return shared;
        var report = await db.Set<AssessmentReport>()
            .SingleAsync(r => r.CaseId == input.CaseId, ct);
        report.Share(input.On);
        db.Add(
            Renditions.Of(
                RenditionKind.ApplicantCopy,
                report,
                Renditions.ForApplicant(report),
                input.On
            )
        );
        db.Add(
            Renditions.Of(
                RenditionKind.PanelCopy,
                report,
                Renditions.ForPanel(
                    report,
                    await packs.ReferencesAsync(input.CaseId, ct),
                    await packs.CheckSummaryAsync(input.CaseId, ct)
                ),
                input.On
            )
        );
        await deadlines.MeetAsync(input.CaseId, DeadlineRules.Stage2Target, input.On, ct);
        await deadlines.CancelAsync(
            input.CaseId,
            DeadlineRules.MidwayReview,
            "The report was finished before the midway review.",
            ct
        );
        var due = await deadlines.OpenAsync(
            application.CouncilId,
            input.CaseId,
            report.Id,
            DeadlineRules.Observations,
            input.On,
            Role.ProspectiveCarer,
            ct,
            forApplicant: "Tell us what you think of the report"
        );
        await TellAsync(input.CaseId, actor, due.DueOn, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("report.shared", "Report shared with the applicants")
            {
                OccurredOn = input.On,
                From = ApplicationState.Stage1Passed,
                To = application.State,
                Rules = ["T-APP-09", "R-ASSESS-12", "R-ASSESS-15"],
                ForApplicant = "Your assessment report is ready to read",
                Payload = new { report.Revision },
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task TellAsync(Guid caseId, Actor actor, DateOnly due, CancellationToken ct)
    {
        var reference = await db.Set<Case>()
            .Where(c => c.Id == caseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        foreach (var person in await cases.ApplicantsAsync(caseId, ct))
            if (person.Email is { } email)
                outbox.Post(
                    actor.CouncilId,
                    caseId,
                    Emails.AssessmentEmails.ReportShared(
                        email,
                        person.GivenName,
                        reference,
                        council,
                        due,
                        links.Absolute(AssessmentLinks.Report)
                    )
                );
    }
}
