using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="Text">Empty where the person has nothing to add.</param>
public sealed record SendObservationsInput(Guid CaseId, Guid PersonId, string Text, DateOnly On);

/// <summary>What an applicant says to the report; the assessor may write it down for them (R-ASSESS-12).</summary>
public sealed class SendObservations(
    FosterDb db,
    CaseReads cases,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        SendObservationsInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        var report = await db.Set<AssessmentReport>()
            .SingleOrDefaultAsync(r => r.CaseId == input.CaseId, ct);
        if (application is null || report is null)
            return Result.Refused("This case is not open to you.");
        var applicants = await cases.ApplicantsAsync(input.CaseId, ct);
        var person = applicants.FirstOrDefault(p => p.PersonId == input.PersonId);
        var sent = (await db.OfCaseAsync<ReportObservation>(input.CaseId, ct))
            .Where(o => o.Revision == report.Revision)
            .Select(o => o.PersonId)
            .ToList();
        var against = new List<Refusal>();
        if (
            application.State
            is not (ApplicationState.ReportShared or ApplicationState.ReadyForPanel)
        )
            against.Add(
                new Refusal(
                    "Observations are sent while the report is with the applicants, before panel.",
                    "R-ASSESS-12"
                )
            );
        if (
            !actor.Is(Role.Assessor, Role.TeamManager)
            && !(actor.Is(Role.ProspectiveCarer) && actor.PersonId == input.PersonId)
        )
            against.Add(
                new Refusal(
                    "Each applicant sends their own observations, or the assessor records them.",
                    "R-ASSESS-12"
                )
            );
        if (person is null)
            against.Add(new Refusal("Select one of the applicants.", "R-ASSESS-12", "person"));
        if (sent.Contains(input.PersonId))
            against.Add(
                new Refusal(
                    "The observations of this person are in already. To add to them, call the assessor.",
                    "R-ASSESS-12"
                )
            );
        if (input.On < application.ReportSharedOn)
            against.Add(
                new Refusal("The date is before the day the report was shared.", "R-VAL-04", "on")
            );
        against.AddRange(
            await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on"))
        );
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new ReportObservation
            {
                CouncilId = application.CouncilId,
                CaseId = input.CaseId,
                PersonId = input.PersonId,
                Revision = report.Revision,
                Text = input.Text.Trim(),
                SentOn = input.On,
                RecordedBy = actor.Name,
            }
        );
        if (applicants.All(p => p.PersonId == input.PersonId || sent.Contains(p.PersonId)))
            await deadlines.MeetAsync(input.CaseId, DeadlineRules.Observations, input.On, ct);
        var recorder = actor.Is(Role.Assessor)
            ? actor with
            {
                OnBehalfOf = person!.FullName,
            }
            : actor;
        await history.WriteAsync(
            recorder,
            input.CaseId,
            new HistoryNote(
                "report.observations",
                $"Observations on the report received from {person!.FullName}"
            )
            {
                OccurredOn = input.On,
                PersonId = input.PersonId,
                Rules = ["R-ASSESS-12"],
                ForApplicant = "We have your observations on the report",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
