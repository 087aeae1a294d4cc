using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances;

/// <summary>How far a table that somebody entered is.</summary>
public enum MinimumStanding
{
    Waiting,
    Counts,
    Replaced,
    SentBack,
}

/// <summary>A table that somebody entered, and what the second person said.</summary>
public sealed record MinimumLine
{
    public required Guid Id { get; init; }
    public required int Year { get; init; }
    public required string Publication { get; init; }
    public required string Source { get; init; }
    public string? Note { get; init; }
    public string? Why { get; init; }
    public required string EnteredBy { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required Guid EnteredById { get; init; }
    public MinimumOutcome? Outcome { get; init; }
    public string? DecidedBy { get; init; }
    public DateTime? DecidedAt { get; init; }
    public string? Reason { get; init; }

    public TaxYear Table => new(Year);
}

/// <summary>A table that somebody entered, with its amounts and with what counts for the council now.</summary>
public sealed record MinimumSheet(
    MinimumLine Line,
    IReadOnlyDictionary<(Region Region, AgeBand Band), Money> Rates,
    MinimumTables Tables
)
{
    public MinimumStanding Standing => MinimumReads.StandingOf(Line, Tables);
}

/// <summary>The national minimum as it counts for a council, and what its people have entered.</summary>
public sealed class MinimumReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>
    /// What counts for a council: what is shipped and what it has confirmed. Whoever may see the council's payments, also
    /// somebody without an account, may see by what they are measured; what waits or was sent back is not in it.
    /// </summary>
    public async Task<MinimumTables> TablesAsync(Guid councilId, CancellationToken ct)
    {
        var rows = await (
            from e in Of<MinimumEntry>()
            join d in Of<MinimumDecision>() on e.Id equals d.EntryId
            where e.CouncilId == councilId && d.Outcome == MinimumOutcome.Confirmed
            where
                !(
                    from o in Of<MinimumEntry>()
                    join x in Of<MinimumDecision>() on o.Id equals x.EntryId
                    where o.ReplacesId == e.Id && x.Outcome == MinimumOutcome.Confirmed
                    select o.Id
                ).Any()
            join r in Of<MinimumRate>() on e.Id equals r.EntryId
            select new
            {
                e.Id,
                e.Year,
                e.Publication,
                e.Source,
                r.Region,
                r.Band,
                r.Pence,
            }
        ).ToListAsync(ct);
        return rows.Count == 0
            ? NationalMinimum.Shipped
            : new MinimumTables([
                .. rows.GroupBy(r => (r.Id, r.Region))
                    .Select(g => new MinimumTable(
                        new TaxYear(g.First().Year),
                        g.Key.Region,
                        g.ToDictionary(r => r.Band, r => new Money(r.Pence)),
                        g.First().Publication,
                        g.First().Source,
                        g.Key.Id
                    )),
            ]);
    }

    /// <summary>What was entered for one year, the newest first, and where the next page begins.</summary>
    public async Task<ListPage<MinimumLine>> PageAsync(
        TaxYear year,
        string? after,
        CancellationToken ct
    )
    {
        var lines = Lines().Where(l => l.Year == year.Start);
        if (ListCursor.Read(after) is { } last)
            lines = lines.Where(l => l.Id < last.Id);
        var rows = await lines.OrderByDescending(l => l.Id).Take(PageSize + 1).ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize ? ListCursor.Write(year.First, rows[PageSize - 1].Id) : null
        );
    }

    /// <summary>The latest that wait for a second person.</summary>
    public async Task<IReadOnlyList<MinimumLine>> WaitingAsync(CancellationToken ct) =>
        await Lines()
            .Where(l => l.Outcome == null)
            .OrderByDescending(l => l.Id)
            .Take(PageSize)
            .ToListAsync(ct);

    /// <summary>Who entered and confirmed the tables that count.</summary>
    public async Task<IReadOnlyDictionary<Guid, MinimumLine>> BehindAsync(
        MinimumTables tables,
        CancellationToken ct
    )
    {
        var ids = tables.All.Select(t => t.EntryId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, MinimumLine>()
            : await Lines().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
    }

    /// <summary>What was entered last for a year; null where nothing was.</summary>
    public Task<MinimumLine?> LastAsync(TaxYear year, CancellationToken ct) =>
        Lines()
            .Where(l => l.Year == year.Start)
            .OrderByDescending(l => l.Id)
            .FirstOrDefaultAsync(ct);

    public async Task<MinimumSheet?> FindAsync(
        Guid minimumEntryId,
        Guid councilId,
        CancellationToken ct
    )
    {
        if (await Lines().SingleOrDefaultAsync(l => l.Id == minimumEntryId, ct) is not { } line)
            return null;
        var rates = await db.Set<MinimumRate>()
            .AsNoTracking()
            .Where(r => r.EntryId == minimumEntryId)
            .ToListAsync(ct);
        return new MinimumSheet(
            line,
            rates.ToDictionary(r => (r.Region, r.Band), r => r.Rate),
            await TablesAsync(councilId, ct)
        );
    }

    public static MinimumStanding StandingOf(MinimumLine line, MinimumTables tables) =>
        line.Outcome switch
        {
            null => MinimumStanding.Waiting,
            MinimumOutcome.SentBack => MinimumStanding.SentBack,
            _ when tables.All.Any(t => t.EntryId == line.Id) => MinimumStanding.Counts,
            _ => MinimumStanding.Replaced,
        };

    private IQueryable<MinimumLine> Lines() =>
        from e in db.Set<MinimumEntry>().AsNoTracking()
        join d in db.Set<MinimumDecision>() on e.Id equals d.EntryId into decided
        from d in decided.DefaultIfEmpty()
        select new MinimumLine
        {
            Id = e.Id,
            Year = e.Year,
            Publication = e.Publication,
            Source = e.Source,
            Note = e.Note,
            Why = e.Why,
            EnteredBy = e.EnteredBy,
            EnteredAt = e.EnteredAt,
            EnteredById = e.EnteredById,
            Outcome = d == null ? null : d.Outcome,
            DecidedBy = d == null ? null : d.DecidedBy,
            DecidedAt = d == null ? null : d.DecidedAt,
            Reason = d == null ? null : d.Reason,
        };

    /// <summary>The council is named in the question itself: public pages ask for one that is not in their scope.</summary>
    private IQueryable<T> Of<T>()
        where T : class => db.Set<T>().AsNoTracking().IgnoreQueryFilters([FosterDb.CouncilFilter]);
}
