using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances;

/// <param name="Reason">On whose decision it is published; a pay review will bring its own record of that (M-REV-14).</param>
public sealed record PublishScheduleInput(Guid ScheduleId, string Reason);

/// <summary>Publishes a draft that somebody else entered. From its day on it is what the council pays.</summary>
public sealed class PublishSchedule(FosterDb db, LondonClock clock, CouncilHistory history)
{
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
        against.AddRange(AgainstMinimum(draft, await RatesAsync(draft.Id, ct)));
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
            )
            {
                Reason = Words.Tidy(input.Reason, true),
                Rules = ["M-NMA-04", "M-NMA-05", "M-REV-14"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>Each band below the minimum, with what is missing. It is a standard that is not met, and no offence (M-NMA-06).</summary>
    private static IEnumerable<Refusal> AgainstMinimum(
        Schedule draft,
        IReadOnlyDictionary<AgeBand, Money> rates
    ) =>
        NationalMinimum.For(TaxYear.OfSchedule(draft.ValidFrom), draft.Region) is { } table
            ? NationalMinimum
                .Against(table, rates)
                .Select(s => new Refusal(
                    $"The standard is not met for {s.Band.Words()}: {s.Rate} a week is {s.Missing} below the national minimum of {s.Minimum} ({table.Region.Title()}, {table.Year}).",
                    "M-NMA-05"
                ))
            : [];

    private Task<Dictionary<AgeBand, Money>> RatesAsync(Guid scheduleId, CancellationToken ct) =>
        db.Set<ScheduleRate>()
            .Where(r => r.ScheduleId == scheduleId)
            .ToDictionaryAsync(r => r.Band, r => r.Rate, ct);
}
