using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record RecordMidwayReviewInput(Guid CaseId, DateOnly On, string Found);

/// <summary>The team manager looks at stage 2 when half of its time is over (R-ASSESS-18). It can be done again.</summary>
public sealed class RecordMidwayReview(
    FosterDb db,
    AssessmentHandsReads hands,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        RecordMidwayReviewInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var against = new List<Refusal>();
        if (!actor.Is(Role.TeamManager))
            against.Add(new Refusal("The team manager holds the midway review.", "R-ASSESS-18"));
        if (application.Stage2StartedOn is not { } started || !application.IsOpen)
            against.Add(new Refusal("Stage 2 is reviewed while it runs.", "R-ASSESS-18"));
        else if (application.ReportSharedOn is not null)
            against.Add(
                new Refusal("The report has been shared, so stage 2 is over.", "R-ASSESS-18")
            );
        else if (input.On < started)
            against.Add(
                new Refusal(
                    $"Stage 2 started on {BritishDate.Long(started)}: the review is not before that.",
                    "R-ASSESS-18",
                    "on"
                )
            );
        against.AddRange(
            await hands.AgainstAssessorAsync(input.CaseId, actor, "review stage 2", ct)
        );
        against.AddRange(AssessmentReasons.Against(input.Found));
        against.AddRange(await backDating.AgainstAsync(input.On, actor, ct));
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            AssessmentDecision.Of(
                AssessmentStep.MidwayReview,
                actor,
                input.CaseId,
                input.On,
                reason: input.Found
            )
        );
        await deadlines.MeetAsync(input.CaseId, DeadlineRules.MidwayReview, input.On, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("stage2.reviewed", "Stage 2 reviewed midway")
            {
                OccurredOn = input.On,
                Reason = input.Found,
                Rules = ["R-ASSESS-18"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
