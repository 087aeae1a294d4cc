using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record RecordPreviousApprovalInput(
    Guid CaseId,
    Guid PersonId,
    string ServiceName,
    string ServiceAddress,
    DateOnly? EndedOn
);

/// <summary>Records that another service approved an applicant; within twelve months its reference is mandatory (R-TRF-05).</summary>
public sealed class RecordPreviousApproval(
    FosterDb db,
    CheckPlanReads plan,
    CaseReads cases,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        RecordPreviousApprovalInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var person = (await cases.ApplicantsAsync(input.CaseId, ct)).FirstOrDefault(p =>
            p.PersonId == input.PersonId
        );
        var against = new List<Refusal>();
        if (!actor.Is(Role.Assessor))
            against.Add(new Refusal("Only the assessor of the case records this.", "R-TRF-05"));
        if (!RefereeAct.IsWorkedOn(application))
            against.Add(
                new Refusal(
                    "This is recorded between the decision to assess and the sharing of the report.",
                    "S3-07"
                )
            );
        if (person is null)
            against.Add(new Refusal("Select one of the applicants.", "S3-07", "person"));
        if (input.EndedOn > clock.Today)
            against.Add(
                new Refusal("The day it ended must be today or in the past.", "R-VAL-04", "ended")
            );
        if (
            (await db.OfCaseAsync<PreviousApproval>(input.CaseId, ct)).Any(p =>
                p.PersonId == input.PersonId && p.IsBy(input.ServiceName)
            )
        )
            against.Add(
                new Refusal(
                    "The approval of this person by this service is recorded already. Correct its end at the former services.",
                    "S3-07",
                    "service"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new PreviousApproval
            {
                CouncilId = actor.CouncilId,
                CaseId = input.CaseId,
                PersonId = input.PersonId,
                ServiceName = input.ServiceName,
                ServiceAddress = input.ServiceAddress,
                EndedOn = input.EndedOn,
                RecordedOn = clock.Today,
            }
        );
        await plan.AddMissingAsync(application, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "approval.elsewhere",
                $"Approved by another service: {person!.FullName}"
            )
            {
                PersonId = input.PersonId,
                Rules = ["R-TRF-05", "S3-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
