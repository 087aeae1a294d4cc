using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record PauseApplicationInput(
    Guid CaseId,
    PauseReason Reason,
    DateOnly From,
    string Reasons
);

/// <summary>
/// The team manager lets an application rest, with a reason and a day (R-APP-07). No date moves. Where the couple has
/// parted, the team manager owes a review (R-APP-06).
/// </summary>
public sealed class PauseApplication(
    FosterDb db,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        PauseApplicationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await db.Set<Application>().SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct)
            is not { } application
        )
            return Result.Refused("This case is not open to you.");
        var against = await AgainstAsync(application, input, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var pause = new ApplicationPause
        {
            CouncilId = application.CouncilId,
            CaseId = application.CaseId,
            ApplicationId = application.Id,
            Reason = input.Reason,
            From = input.From,
            PausedBy = actor.Name,
        };
        db.Add(pause);
        if (input.Reason == PauseReason.CoupleParted)
            await deadlines.OpenAsync(
                application.CouncilId,
                application.CaseId,
                pause.Id,
                DeadlineRules.PartedReview,
                clock.Today,
                Role.TeamManager,
                ct
            );
        await history.WriteAsync(
            actor,
            application.CaseId,
            new HistoryNote("assessment.paused", "The application is paused; its dates run on")
            {
                OccurredOn = input.From,
                ReasonCode = input.Reason.ToString(),
                Reason = input.Reasons.Trim(),
                ForApplicant = "Your application is paused for now",
                Rules =
                    input.Reason == PauseReason.CoupleParted
                        ? ["R-APP-06", "R-APP-07"]
                        : ["R-APP-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<List<Refusal>> AgainstAsync(
        Application application,
        PauseApplicationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.TeamManager))
            against.Add(new("Only the team manager pauses an application.", "R-APP-07"));
        if (application.ReceivedOn is not { } received || !application.IsOpen)
            against.Add(
                new("Only an application that was received and is open can be paused.", "R-APP-07")
            );
        else if (input.From < received)
            against.Add(
                new("The date is before the day the application was received.", "R-VAL-04", "from")
            );
        if (input.From > clock.Today)
            against.Add(new("The date must be today or in the past.", "R-VAL-04", "from"));
        if (input.Reasons.Trim().Length < ApplicationPause.LeastReasons)
            against.Add(
                new(
                    $"Give the reasons in at least {ApplicationPause.LeastReasons} characters.",
                    "R-VAL-06",
                    "reasons"
                )
            );
        var earlier = await db.Set<ApplicationPause>()
            .Where(p => p.CaseId == input.CaseId)
            .ToListAsync(ct);
        if (earlier.Any(p => p.IsOpen))
            against.Add(new("It is paused already.", "R-APP-07"));
        else if (earlier.Any(p => p.To >= input.From))
            against.Add(
                new("It rested on that day already. Enter a later day.", "R-APP-07", "from")
            );
        if (
            input.Reason == PauseReason.CoupleParted
            && await db.Set<ApplicantPart>().CountAsync(p => p.ApplicationId == application.Id, ct)
                < 2
        )
            against.Add(new("Only one person applies here.", "R-APP-06", "reason"));
        return against;
    }
}
