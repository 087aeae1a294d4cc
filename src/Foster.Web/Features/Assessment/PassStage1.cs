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

/// <param name="NotDisqualified">No disclosed offence is a specified one, or none was disclosed (R-DISQ-09).</param>
public sealed record PassStage1Input(Guid CaseId, DateOnly On, string Reason, bool NotDisqualified);

/// <summary>The team manager passes stage 1, never on an assessment of their own (T-APP-06, R-SOD-03).</summary>
public sealed class PassStage1(
    FosterDb db,
    Stage1Reads stage1,
    AssessmentHandsReads hands,
    CaseReads cases,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history,
    Outbox outbox,
    Links links
)
{
    public Task<Result> RunAsync(PassStage1Input input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => PassAsync(input, actor, ct), ct);

    private async Task<Result> PassAsync(PassStage1Input input, Actor actor, CancellationToken ct)
    {
        // Nobody proposes a refusal meanwhile.
        await db.AloneAsync(RefusalProposals.Word(input.CaseId), ct);
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var passed = application.PassStage1(
            actor,
            input.On,
            [
                .. await backDating.AgainstAsync(input.On, actor, ct),
                .. AssessmentReasons.Against(input.Reason),
                .. await hands.AgainstAssessorAsync(input.CaseId, actor, "pass stage 1", ct),
                .. (await stage1.StandingAsync(application, ct)).Missing,
                .. await AgainstRecordAsync(input, ct),
            ]
        );
        if (!passed.Ok)
            return passed;
        db.Add(
            AssessmentDecision.Of(
                AssessmentStep.PassStage1,
                actor,
                input.CaseId,
                input.On,
                reason: input.Reason
            )
        );
        await deadlines.MeetAsync(input.CaseId, DeadlineRules.Stage1Decision, input.On, ct);
        var reference = await db.Set<Case>()
            .Where(c => c.Id == input.CaseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        foreach (var person in await cases.ApplicantsAsync(input.CaseId, ct))
            if (person.Email is { } email)
                outbox.Post(
                    actor.CouncilId,
                    input.CaseId,
                    Emails.AssessmentEmails.Stage1Passed(
                        email,
                        person.GivenName,
                        reference,
                        council,
                        input.On,
                        links.Absolute("/apply")
                    )
                );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("stage1.passed", "Stage 1 passed")
            {
                OccurredOn = input.On,
                From = ApplicationState.Stage1Complete,
                To = application.State,
                Reason = input.Reason,
                Rules = ["T-APP-06", "R-ASSESS-05", "R-ASSESS-06", "R-SOD-03"],
                ForApplicant = "You passed stage 1",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<IReadOnlyList<Refusal>> AgainstRecordAsync(
        PassStage1Input input,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        var decisions = await db.OfCaseAsync<AssessmentDecision>(input.CaseId, ct);
        if (decisions.OpenRefusals() is [.., var proposal])
            against.Add(
                new Refusal(
                    $"{proposal.By} proposed a refusal on {BritishDate.Long(proposal.On)}, which waits for the decision maker. Take the proposal back before you pass stage 1.",
                    "R-ASSESS-05"
                )
            );
        if (!decisions.Any(d => d.Step == AssessmentStep.ConfirmStage1))
            against.Add(
                new Refusal(
                    "The assessor has not confirmed yet that stage 1 is complete.",
                    "T-APP-05"
                )
            );
        if ((await db.OfCaseAsync<Check>(input.CaseId, ct)).Any(c => c.OnBarredList == true))
            against.Add(
                new Refusal(
                    "Somebody is on the children's barred list. The case cannot go on.",
                    "R-DISQ-10"
                )
            );
        if (!input.NotDisqualified)
            against.Add(
                new Refusal(
                    "Confirm that no offence was classified as a specified offence.",
                    "R-DISQ-09",
                    "free"
                )
            );
        return against;
    }
}
