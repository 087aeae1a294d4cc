using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

public sealed record SendBackMinimumInput(Guid MinimumEntryId, string Reason);

/// <summary>Sends a table of the national minimum back to whoever entered it, with the reason. It can still be read.</summary>
public sealed class SendBackMinimum(FosterDb db, LondonClock clock, CouncilHistory history)
{
    public Task<Result> RunAsync(SendBackMinimumInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => SendBackAsync(input, actor, ct), ct);

    private async Task<Result> SendBackAsync(
        SendBackMinimumInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var (entry, before) = await MinimumAct.TakeAsync(db, input.MinimumEntryId, ct);
        if (entry is null)
            return Result.Refused("There is no such table.");
        List<Refusal> against =
        [
            .. ScheduleAct.AgainstReason(input.Reason),
            .. MinimumAct.Against(entry, before, actor),
        ];
        if (against.Count > 0)
            return Result.Refused(against);
        var reason = Words.Tidy(input.Reason, true);
        db.Add(
            new MinimumDecision
            {
                CouncilId = entry.CouncilId,
                EntryId = entry.Id,
                Outcome = MinimumOutcome.SentBack,
                DecidedAt = clock.Now,
                DecidedById = actor.AccountId,
                DecidedBy = actor.Name,
                Reason = reason,
            }
        );
        history.Write(
            actor,
            entry.Id,
            new HistoryNote(
                "minimum.sent-back",
                $"National minimum of {new TaxYear(entry.Year)} sent back"
            )
            {
                Reason = reason,
                Rules = ["M-NMA-04"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
