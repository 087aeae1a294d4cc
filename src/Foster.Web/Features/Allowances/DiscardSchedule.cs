using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

public sealed record DiscardScheduleInput(Guid ScheduleId, string Reason);

/// <summary>Puts a draft aside for good, such as one with a slip in it. It can still be read.</summary>
public sealed class DiscardSchedule(FosterDb db, LondonClock clock, CouncilHistory history)
{
    public Task<Result> RunAsync(DiscardScheduleInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => DiscardAsync(input, actor, ct), ct);

    private async Task<Result> DiscardAsync(
        DiscardScheduleInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var (draft, before) = await ScheduleAct.TakeAsync(db, input.ScheduleId, ct);
        if (draft is null)
            return Result.Refused("There is no such schedule.");
        List<Refusal> against = [.. ScheduleAct.AgainstReason(input.Reason)];
        if (!actor.Is(Role.FinanceOfficer, Role.TeamManager))
            against.Add(new("Only a finance officer or a team manager puts a draft aside."));
        if (before is { } outcome)
            against.Add(ScheduleAct.AgainstBefore(outcome));
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new ScheduleDecision
            {
                CouncilId = draft.CouncilId,
                ScheduleId = draft.Id,
                Outcome = ScheduleOutcome.Discarded,
                DecidedAt = clock.Now,
                DecidedById = actor.AccountId,
                DecidedBy = actor.Name,
                Reason = Words.Tidy(input.Reason, true),
            }
        );
        history.Write(
            actor,
            draft.Id,
            new HistoryNote("schedule.discarded", $"Draft schedule “{draft.Name}” put aside")
            {
                Reason = Words.Tidy(input.Reason, true),
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
