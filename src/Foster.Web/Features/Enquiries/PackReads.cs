using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

public sealed record PackLine(
    Guid Id,
    string Title,
    string Label,
    DateOnly From,
    string AddedBy,
    DateTime AddedAt
);

/// <summary>A pack as people read it.</summary>
public sealed record PackView(
    Guid Id,
    string Title,
    string Label,
    DateOnly From,
    string Words,
    string? Link,
    string Council,
    string Team,
    string Telephone,
    string OpeningHours,
    string AddedBy,
    DateTime AddedAt
);

/// <summary>Information packs: the versions of a council, and what anybody may read.</summary>
public sealed class PackReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;

    /// <summary>What can be sent now, the newest first.</summary>
    public async Task<IReadOnlyList<PackLine>> ToSendAsync(Guid councilId, CancellationToken ct)
    {
        var today = clock.Today;
        return await Lines(
                db.Set<InformationPack>()
                    .AsNoTracking()
                    .Where(p => p.CouncilId == councilId && p.From <= today)
                    .OrderByDescending(p => p.From)
                    .ThenByDescending(p => p.Id)
                    .Take(PageSize)
            )
            .ToListAsync(ct);
    }

    /// <summary>The versions of a council, the newest first.</summary>
    public async Task<(IReadOnlyList<PackLine> Lines, QueuePlace? Next)> PageAsync(
        Guid councilId,
        QueuePlace? after,
        CancellationToken ct
    )
    {
        var packs = db.Set<InformationPack>().AsNoTracking().Where(p => p.CouncilId == councilId);
        if (after is not null)
            packs = packs.Where(p =>
                p.From < after.DueOn || (p.From == after.DueOn && p.Id < after.Id)
            );
        var rows = await Lines(
                packs.OrderByDescending(p => p.From).ThenByDescending(p => p.Id).Take(PageSize + 1)
            )
            .ToListAsync(ct);
        return (
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? new QueuePlace(rows[PageSize - 1].From, rows[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>The pack that is sent on a day; null where the council has none yet.</summary>
    public Task<PackLine?> OnAsync(Guid councilId, DateOnly day, CancellationToken ct) =>
        Lines(
                db.Set<InformationPack>()
                    .AsNoTracking()
                    .Where(p => p.CouncilId == councilId && p.From <= day)
                    .OrderByDescending(p => p.From)
                    .ThenByDescending(p => p.Id)
            )
            .FirstOrDefaultAsync(ct);

    /// <summary>The pack of every council that is sent now, for anybody.</summary>
    public async Task<IReadOnlyList<PackView>> NowAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var packs = await Views(
                Public()
                    .Where(p => p.From <= today)
                    .Where(p =>
                        !Public()
                            .Any(o =>
                                o.CouncilId == p.CouncilId
                                && o.From <= today
                                && (o.From > p.From || (o.From == p.From && o.Id > p.Id))
                            )
                    )
            )
            .ToListAsync(ct);
        return [.. packs.OrderBy(p => p.Council)];
    }

    /// <summary>One version for anybody: a link that was sent goes on working. What begins later is not shown.</summary>
    public Task<PackView?> FindAsync(Guid packId, CancellationToken ct)
    {
        var today = clock.Today;
        return Views(Public().Where(p => p.Id == packId && p.From <= today))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>One version of one's own council.</summary>
    public Task<PackView?> OwnAsync(Guid packId, Actor actor, CancellationToken ct) =>
        Views(Public().Where(p => p.Id == packId && p.CouncilId == actor.CouncilId))
            .SingleOrDefaultAsync(ct);

    /// <summary>A pack is public, whoever asks: the filter of councils is for what is not.</summary>
    private IQueryable<InformationPack> Public() =>
        db.Set<InformationPack>().AsNoTracking().IgnoreQueryFilters([FosterDb.CouncilFilter]);

    private IQueryable<PackView> Views(IQueryable<InformationPack> packs) =>
        from p in packs
        join c in db.Set<Council>() on p.CouncilId equals c.Id
        select new PackView(
            p.Id,
            p.Title,
            p.Label,
            p.From,
            p.Words,
            p.Link,
            c.Name,
            c.TeamName,
            c.Telephone,
            c.OpeningHours,
            p.AddedBy,
            p.AddedAt
        );

    private static IQueryable<PackLine> Lines(IQueryable<InformationPack> packs) =>
        packs.Select(p => new PackLine(p.Id, p.Title, p.Label, p.From, p.AddedBy, p.AddedAt));
}
