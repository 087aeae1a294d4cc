using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances;

/// <summary>How far a schedule is, as its list says it.</summary>
public enum ScheduleStanding
{
    Draft,
    Now,
    Coming,
    Earlier,
    Discarded,
}

/// <summary>A schedule and what became of it.</summary>
public sealed record ScheduleLine
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public required Region Region { get; init; }
    public required string EnteredBy { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required Guid EnteredById { get; init; }
    public ScheduleOutcome? Outcome { get; init; }
    public string? DecidedBy { get; init; }
    public DateTime? DecidedAt { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A schedule with all it says.</summary>
public sealed record ScheduleSheet(ScheduleLine Line, RateCard Card, ScheduleStanding Standing);

/// <summary>The schedules of the council in scope, drafts among them.</summary>
public sealed class ScheduleReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;

    /// <summary>The newest first, and where the next page begins.</summary>
    public async Task<ListPage<(ScheduleLine Line, ScheduleStanding Standing)>> PageAsync(
        string? after,
        CancellationToken ct
    )
    {
        var now = await NowAsync(ct);
        var lines = Lines();
        if (ListCursor.Read(after) is { } last)
            lines = lines.Where(l =>
                l.ValidFrom < last.On || (l.ValidFrom == last.On && l.Id < last.Id)
            );
        var rows = await lines
            .OrderByDescending(l => l.ValidFrom)
            .ThenByDescending(l => l.Id)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize).Select(l => (l, StandingOf(l, now)))],
            rows.Count > PageSize
                ? ListCursor.Write(rows[PageSize - 1].ValidFrom, rows[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>What is paid now, what comes next, and the latest drafts that wait for a second person.</summary>
    public async Task<(
        ScheduleLine? Now,
        ScheduleLine? Coming,
        IReadOnlyList<ScheduleLine> Drafts
    )> StandAsync(CancellationToken ct)
    {
        var (now, today) = (await NowAsync(ct), clock.Today);
        return (
            now is { } id ? await Lines().SingleOrDefaultAsync(l => l.Id == id, ct) : null,
            await Lines()
                .Where(l => l.Outcome == ScheduleOutcome.Published && l.ValidFrom > today)
                .OrderBy(l => l.ValidFrom)
                .ThenBy(l => l.Id)
                .FirstOrDefaultAsync(ct),
            await Lines()
                .Where(l => l.Outcome == null)
                .OrderByDescending(l => l.ValidFrom)
                .ThenByDescending(l => l.Id)
                .Take(PageSize)
                .ToListAsync(ct)
        );
    }

    public async Task<ScheduleSheet?> FindAsync(Guid scheduleId, CancellationToken ct)
    {
        if (await Lines().SingleOrDefaultAsync(l => l.Id == scheduleId, ct) is not { } line)
            return null;
        var rates = await db.Set<ScheduleRate>()
            .AsNoTracking()
            .Where(r => r.ScheduleId == scheduleId)
            .ToDictionaryAsync(r => r.Band, r => r.Rate, ct);
        var levels = await db.Set<ScheduleLevel>()
            .AsNoTracking()
            .Where(l => l.ScheduleId == scheduleId)
            .OrderBy(l => l.Number)
            .ToListAsync(ct);
        return new ScheduleSheet(
            line,
            new RateCard(rates, [.. levels.Select(l => new FeeLevel(l.Name, l.Fee))]),
            StandingOf(line, await NowAsync(ct))
        );
    }

    private ScheduleStanding StandingOf(ScheduleLine line, Guid? now) =>
        line.Outcome switch
        {
            null => ScheduleStanding.Draft,
            ScheduleOutcome.Discarded => ScheduleStanding.Discarded,
            _ when line.Id == now => ScheduleStanding.Now,
            _ when line.ValidFrom > clock.Today => ScheduleStanding.Coming,
            _ => ScheduleStanding.Earlier,
        };

    private Task<Guid?> NowAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return (
            from s in db.Set<Schedule>()
            join d in db.Set<ScheduleDecision>() on s.Id equals d.ScheduleId
            where d.Outcome == ScheduleOutcome.Published && s.ValidFrom <= today
            orderby s.ValidFrom descending, d.DecidedAt descending
            select (Guid?)s.Id
        ).FirstOrDefaultAsync(ct);
    }

    private IQueryable<ScheduleLine> Lines() =>
        from s in db.Set<Schedule>().AsNoTracking()
        join d in db.Set<ScheduleDecision>() on s.Id equals d.ScheduleId into decided
        from d in decided.DefaultIfEmpty()
        select new ScheduleLine
        {
            Id = s.Id,
            Name = s.Name,
            ValidFrom = s.ValidFrom,
            Region = s.Region,
            EnteredBy = s.EnteredBy,
            EnteredAt = s.EnteredAt,
            EnteredById = s.EnteredById,
            Outcome = d == null ? null : d.Outcome,
            DecidedBy = d == null ? null : d.DecidedBy,
            DecidedAt = d == null ? null : d.DecidedAt,
            Reason = d == null ? null : d.Reason,
        };
}
