using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="ArrivedOn">The day on which recommendation and final minutes had both reached the decision maker.</param>
public sealed record SendToDecisionMakerInput(Guid ItemId, DateOnly ArrivedOn);

/// <summary>Hands the case to the agency decision maker, whose seven working days start (T-APP-14, R-ADM-03).</summary>
public sealed class SendToDecisionMaker(
    FosterDb db,
    ItemReads items,
    AssessmentReads assessment,
    DutyReads duties,
    DeadlineBook deadlines,
    BackDating backDating,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        SendToDecisionMakerInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, _, application))
            return Result.Refused("This item is not open to you.");
        var recommendation = await items.RecommendationAsync(item.Id, ct);
        var minutes = await db.Set<Minutes>().SingleOrDefaultAsync(m => m.ItemId == item.Id, ct);
        var missing = new List<Refusal>(await duties.AgainstAdvisingAsync(item.CaseId, actor, ct));
        missing.AddRange(await AgainstDayAsync(item, input.ArrivedOn, actor, ct));
        if (recommendation is null or { Outcome: RecommendationOutcome.Defer })
            missing.Add(new Refusal("Panel has not recommended on this item.", "T-APP-14"));
        if (minutes?.SignedOn is not { } signed)
            missing.Add(new Refusal("The chair has not signed the minutes.", "T-APP-14"));
        else if (input.ArrivedOn < signed)
            missing.Add(
                new Refusal(
                    $"The minutes were signed on {BritishDate.Long(signed)} and cannot have arrived before.",
                    "R-VAL-04",
                    "arrived"
                )
            );
        if ((await assessment.PackAsync(item.CaseId, ct))?.Documents.Count is null or 0)
            missing.Add(
                new Refusal("The pack is not complete: the report is missing.", "T-APP-14")
            );
        var from = application.State;
        var sent = application.SendToDecisionMaker(actor, input.ArrivedOn, missing);
        if (!sent.Ok)
            return sent;
        await ClocksAsync(item, input.ArrivedOn, actor, ct);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote("decision.awaited", "With the agency decision maker")
            {
                OccurredOn = input.ArrivedOn,
                From = from,
                To = application.State,
                ForApplicant = "Your application is with the agency decision maker",
                Rules = ["T-APP-14", "R-ADM-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>
    /// An ordinary day is the adviser's to record. One that lies longer back is the team manager's, and no other
    /// (R-VAL-04).
    /// </summary>
    private async Task<IReadOnlyList<Refusal>> AgainstDayAsync(
        PanelItem item,
        DateOnly on,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = await backDating.AgainstAsync(
            on,
            actor with
            {
                Role = Role.PanelAdviser,
            },
            ct,
            "arrived"
        );
        if (on > clock.Today)
            return against;
        if (actor.Is(Role.TeamManager))
            return against.Count > 0
                ? []
                :
                [
                    new Refusal(
                        $"The panel adviser sends the case. You record only a day more than {BackDating.OrdinaryWorkingDays} working days ago.",
                        "R-VAL-04",
                        "arrived"
                    ),
                ];
        if (against.Count == 0 || !actor.Is(Role.PanelAdviser))
            return against;
        var managers = await duties.ManagersAsync(item.CaseId, ct);
        return
        [
            new Refusal(
                $"The date is more than {BackDating.OrdinaryWorkingDays} working days ago, so a team manager has to record it. "
                    + (
                        managers.Count == 0
                            ? "No team manager can open this case: an intake officer has to name one."
                            : $"Ask {string.Join(" or ", managers)}: it is among the next steps on the case page."
                    ),
                "R-VAL-04",
                "arrived"
            ),
        ];
    }

    private async Task ClocksAsync(
        PanelItem item,
        DateOnly arrivedOn,
        Actor actor,
        CancellationToken ct
    )
    {
        await deadlines.MeetAsync(item.CaseId, DeadlineRules.PanelMinutes, arrivedOn, ct, item.Id);
        // The arrival is never before the recommendation, since the minutes are signed after the meeting.
        await deadlines.OpenAsync(
            actor.CouncilId,
            item.CaseId,
            item.Id,
            DeadlineRules.DecisionMakerDecision,
            arrivedOn,
            Role.DecisionMaker,
            ct,
            forApplicant: "Decision by the agency decision maker"
        );
    }
}
