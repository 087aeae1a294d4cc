using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record ResumeApplicationInput(Guid CaseId, DateOnly On, string Reasons);

/// <summary>An application goes on after a pause; what the team manager found in a review stands in the reasons (R-APP-06).</summary>
public sealed class ResumeApplication(
    FosterDb db,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        ResumeApplicationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        var pause = await db.Set<ApplicationPause>()
            .SingleOrDefaultAsync(p => p.CaseId == input.CaseId && p.To == null, ct);
        if (application is null || pause is null)
            return Result.Refused("This application is not paused.", "R-APP-07");
        var against = new List<Refusal>();
        if (!actor.Is(Role.TeamManager))
            against.Add(new("Only the team manager lets an application go on.", "R-APP-07"));
        if (input.On > clock.Today)
            against.Add(new("The date must be today or in the past.", "R-VAL-04", "on"));
        if (input.On <= pause.From)
            against.Add(
                new("The date must be after the day on which the pause began.", "R-VAL-04", "on")
            );
        if (input.Reasons.Trim().Length < ApplicationPause.LeastReasons)
            against.Add(
                new(
                    $"Give the reasons in at least {ApplicationPause.LeastReasons} characters.",
                    "R-VAL-06",
                    "reasons"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        pause.Resume(input.On, actor.Name);
        await deadlines.MeetAsync(
            input.CaseId,
            DeadlineRules.PartedReview,
            clock.Today,
            ct,
            pause.Id
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("assessment.resumed", "The application goes on")
            {
                OccurredOn = input.On,
                Reason = input.Reasons.Trim(),
                ForApplicant = "Your application goes on",
                Rules =
                    pause.Reason == PauseReason.CoupleParted
                        ? ["R-APP-06", "R-APP-07"]
                        : ["R-APP-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
