using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record DecideToAssessInput(
    Guid CaseId,
    DateOnly On,
    string Reason,
    Guid AssessorId,
    bool NotConnected
);

/// <summary>
/// The team manager decides to assess, names who does it, and with that the checks begin (T-APP-02, R-APP-03).
/// </summary>
public sealed class DecideToAssess(
    FosterDb db,
    AllocateWorker allocate,
    CheckPlanReads plan,
    CaseReads cases,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(DecideToAssessInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var decided = application.DecideToAssess(
            actor,
            input.On,
            [
                .. await backDating.AgainstAsync(input.On, actor, ct),
                .. AssessmentReasons.Against(input.Reason),
                .. await AgainstAssessorAsync(input, ct),
            ]
        );
        if (!decided.Ok)
            return decided;
        var allocated = await allocate.RunAsync(
            new(input.CaseId, input.AssessorId, Role.Assessor, input.On),
            actor,
            ct
        );
        if (!allocated.Ok)
            return Result.Refused([
                .. allocated.Refusals.Select(r => r with { Field = "assessor" }),
            ]);
        await plan.AddMissingAsync(application, ct);
        db.Add(
            AssessmentDecision.Of(
                AssessmentStep.Assess,
                actor,
                input.CaseId,
                input.On,
                reason: input.Reason
            )
        );
        await deadlines.MeetAsync(input.CaseId, DeadlineRules.DecisionToAssess, input.On, ct);
        await deadlines.OpenAsync(
            application.CouncilId,
            input.CaseId,
            application.Id,
            DeadlineRules.Stage1Target,
            application.ReceivedOn ?? input.On,
            Role.Assessor,
            ct,
            forApplicant: "Stage 1 complete (our aim)"
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("assessment.decided", "Decided to assess")
            {
                OccurredOn = input.On,
                From = ApplicationState.Submitted,
                To = application.State,
                Reason = input.Reason,
                Rules = ["T-APP-02", "R-APP-03", "R-ASSESS-16"],
                ForApplicant = "We decided to go on with your assessment",
            },
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "assessment.explained",
                "The written explanation of the assessment was given"
            )
            {
                OccurredOn = input.On,
                Rules = ["R-APP-04"],
                ForApplicant = "We explained in writing what happens in an assessment",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>Qualified, and no member of the household or referee of theirs.</summary>
    private async Task<IReadOnlyList<Refusal>> AgainstAssessorAsync(
        DecideToAssessInput input,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        var worker = await (
            from a in db.Set<Account>()
            join w in db.Set<WorkerProfile>() on a.Id equals w.AccountId
            where a.Id == input.AssessorId
            select new { a.DisplayName, w.IsQualifiedAssessor }
        ).SingleOrDefaultAsync(ct);
        if (worker is not { IsQualifiedAssessor: true })
            against.Add(
                new Refusal(
                    "The assessor has to be a social worker with family-placement experience and assessment training.",
                    "R-ASSESS-16",
                    "assessor"
                )
            );
        if (!input.NotConnected)
            against.Add(
                new Refusal(
                    "Confirm that the assessor is not connected with the household.",
                    "T-APP-02",
                    "free"
                )
            );
        var name = Person.Fold(worker?.DisplayName ?? "");
        var people = (await cases.PeopleAsync(input.CaseId, ct)).Select(p => p.FullName);
        var referees = await db.Set<Referee>()
            .Where(r => r.CaseId == input.CaseId)
            .Select(r => r.Name)
            .ToListAsync(ct);
        if (
            (await db.OfCaseAsync<Transfer>(input.CaseId, ct)).Any(t =>
                t is { HoldsAssessment: true }
            )
        )
            against.Add(
                new Refusal(
                    "They foster for another service now. Before an assessment begins, that service is told, or with a child placed notice is given. Record that on the transfer.",
                    "R-TRF-02"
                )
            );
        if (people.Concat(referees).Any(n => Person.Fold(n) == name))
            against.Add(
                new Refusal(
                    "The assessor has the name of a household member or referee. Choose somebody else.",
                    "T-APP-02",
                    "assessor"
                )
            );
        return against;
    }
}
