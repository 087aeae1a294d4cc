using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances;

/// <param name="Reason">On whose decision it is published; a pay review will bring its own record of that (M-REV-14).</param>
/// <param name="Below">It is known to be below the national minimum, and was decided so (M-NMA-06).</param>
public sealed record PublishScheduleInput(Guid ScheduleId, string Reason, bool Below = false);

/// <summary>Publishes a draft that somebody else entered. From its day on it is what the council pays.</summary>
public sealed class PublishSchedule(
    FosterDb db,
    MinimumReads minimums,
    LondonClock clock,
    CouncilHistory history
)
{
    /// <summary>Said where the minimum is not met and nobody has said that they know.</summary>
    public const string TickBelow =
        "Tick that it was decided knowing that it is below the national minimum";

    public Task<Result> RunAsync(PublishScheduleInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => PublishAsync(input, actor, ct), ct);

    private async Task<Result> PublishAsync(
        PublishScheduleInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var (draft, before) = await ScheduleAct.TakeAsync(db, input.ScheduleId, ct);
        if (draft is null)
            return Result.Refused("There is no such schedule.");
        List<Refusal> against = [.. ScheduleAct.AgainstReason(input.Reason)];
        if (!actor.Is(Role.TeamManager))
            against.Add(new("Only a team manager publishes what is paid.", "M-NMA-04"));
        // Whatever roles they hold: two people, never one in two roles.
        if (draft.EnteredById == actor.AccountId)
            against.Add(
                new(
                    "You entered this schedule yourself. Somebody else has to look at it and publish it.",
                    "M-PAY-20"
                )
            );
        if (before is { } outcome)
            against.Add(ScheduleAct.AgainstBefore(outcome));
        var below = await BelowAsync(draft, ct);
        if (below.Count > 0 && !input.Below)
            against.Add(new(TickBelow, "M-NMA-06", "below"));
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new ScheduleDecision
            {
                CouncilId = draft.CouncilId,
                ScheduleId = draft.Id,
                Outcome = ScheduleOutcome.Published,
                DecidedAt = clock.Now,
                DecidedById = actor.AccountId,
                DecidedBy = actor.Name,
                Reason = Words.Tidy(input.Reason, true),
            }
        );
        history.Write(
            actor,
            draft.Id,
            new HistoryNote(
                "schedule.published",
                $"Schedule “{draft.Name}” published, valid from {BritishDate.Long(draft.ValidFrom)}"
                    + (below.Count > 0 ? ", below the national minimum" : "")
            )
            {
                Reason = Words.Tidy(input.Reason, true),
                Rules =
                    below.Count > 0
                        ? ["M-NMA-04", "M-NMA-05", "M-NMA-06", "M-REV-14"]
                        : ["M-NMA-04", "M-NMA-05", "M-REV-14"],
                Payload = new { Below = below.Select(b => b.Reason) },
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>
    /// Each band below the minimum, with what is missing. It is a standard that is not met and no offence, so a council
    /// that has decided so publishes what it pays, and says that it knows (M-NMA-06).
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> BelowAsync(Guid scheduleId, CancellationToken ct) =>
        await db.Set<Schedule>().SingleOrDefaultAsync(s => s.Id == scheduleId, ct) is { } draft
            ? await BelowAsync(draft, ct)
            : [];

    private async Task<IReadOnlyList<Refusal>> BelowAsync(Schedule draft, CancellationToken ct)
    {
        var tables = await minimums.TablesAsync(draft.CouncilId, ct);
        return tables.For(TaxYear.OfSchedule(draft.ValidFrom), draft.Region) is { } table
            ?
            [
                .. NationalMinimum
                    .Against(table, await RatesAsync(draft.Id, ct))
                    .Select(s => new Refusal(
                        $"The standard is not met for {s.Band.Words()}: {s.Rate} a week is {s.Missing} below the national minimum of {s.Minimum} ({table.Region.Title()}, {table.Year}).",
                        "M-NMA-05",
                        "below"
                    )),
            ]
            : [];
    }

    private Task<Dictionary<AgeBand, Money>> RatesAsync(Guid scheduleId, CancellationToken ct) =>
        db.Set<ScheduleRate>()
            .Where(r => r.ScheduleId == scheduleId)
            .ToDictionaryAsync(r => r.Band, r => r.Rate, ct);
}
