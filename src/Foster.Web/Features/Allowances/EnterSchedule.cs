using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>Enters a schedule as a draft. It pays nobody before a second person has published it.</summary>
public sealed class EnterSchedule(FosterDb db, LondonClock clock, CouncilHistory history)
{
    public async Task<Result<Guid>> RunAsync(ScheduleTerms input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.FinanceOfficer))
            return Result<Guid>.Refused(
                "Only a finance officer enters what is paid. Another person then publishes it.",
                "M-NMA-04"
            );
        if (input.Against(clock.Today) is { Count: > 0 } against)
            return Result<Guid>.Refused(against);
        var schedule = new Schedule
        {
            CouncilId = actor.CouncilId,
            Name = Words.Tidy(input.Name, false),
            ValidFrom = input.ValidFrom,
            Region = input.Region,
            EnteredAt = clock.Now,
            EnteredById = actor.AccountId,
            EnteredBy = actor.Name,
        };
        db.Add(schedule);
        db.AddRange(
            AgeBands.All.Select(b => new ScheduleRate
            {
                CouncilId = actor.CouncilId,
                ScheduleId = schedule.Id,
                Band = b,
                Pence = input.Allowances[b].Pence,
            })
        );
        db.AddRange(
            input.Levels.Select(
                (level, i) =>
                    new ScheduleLevel
                    {
                        CouncilId = actor.CouncilId,
                        ScheduleId = schedule.Id,
                        Number = i + 1,
                        Name = Words.Tidy(level.Name, false),
                        Pence = level.Fee.Pence,
                    }
            )
        );
        history.Write(
            actor,
            schedule.Id,
            new HistoryNote(
                "schedule.entered",
                $"Schedule “{schedule.Name}”, from {BritishDate.Long(schedule.ValidFrom)}, entered as a draft"
            )
        );
        await db.SaveChangesAsync(ct);
        return schedule.Id;
    }
}
