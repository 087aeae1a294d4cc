using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances;

/// <summary>What a council pays on a day, as anybody may know it.</summary>
public sealed record PublishedRates(Guid CouncilId, string Name, DateOnly ValidFrom, RateCard Card);

/// <summary>Published schedules for everybody, whatever council they belong to. Drafts are not seen here.</summary>
public sealed class PublishedReads(FosterDb db)
{
    /// <summary>For each council that has published one, the schedule that is valid on a day.</summary>
    public async Task<IReadOnlyList<PublishedRates>> OnAsync(DateOnly day, CancellationToken ct)
    {
        var valid = await (
            from s in Of<Schedule>()
            join d in Of<ScheduleDecision>() on s.Id equals d.ScheduleId
            where d.Outcome == ScheduleOutcome.Published && s.ValidFrom <= day
            where
                !(
                    from o in Of<Schedule>()
                    join e in Of<ScheduleDecision>() on o.Id equals e.ScheduleId
                    where e.Outcome == ScheduleOutcome.Published && o.ValidFrom <= day
                    where o.CouncilId == s.CouncilId
                    where
                        o.ValidFrom > s.ValidFrom
                        || (o.ValidFrom == s.ValidFrom && e.DecidedAt > d.DecidedAt)
                    select o.Id
                ).Any()
            select new
            {
                s.Id,
                s.CouncilId,
                s.Name,
                s.ValidFrom,
            }
        ).ToListAsync(ct);
        var ids = valid.Select(v => v.Id).ToList();
        var rates = await Of<ScheduleRate>().Where(r => ids.Contains(r.ScheduleId)).ToListAsync(ct);
        var levels = await Of<ScheduleLevel>()
            .Where(l => ids.Contains(l.ScheduleId))
            .OrderBy(l => l.Number)
            .ToListAsync(ct);
        return
        [
            .. valid.Select(v => new PublishedRates(
                v.CouncilId,
                v.Name,
                v.ValidFrom,
                new RateCard(
                    rates.Where(r => r.ScheduleId == v.Id).ToDictionary(r => r.Band, r => r.Rate),
                    [
                        .. levels
                            .Where(l => l.ScheduleId == v.Id)
                            .Select(l => new FeeLevel(l.Name, l.Fee)),
                    ]
                )
            )),
        ];
    }

    /// <summary>Rates are public, whoever asks: the filter of councils is for what is not.</summary>
    private IQueryable<T> Of<T>()
        where T : class => db.Set<T>().AsNoTracking().IgnoreQueryFilters([FosterDb.CouncilFilter]);
}
