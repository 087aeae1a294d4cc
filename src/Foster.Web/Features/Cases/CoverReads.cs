using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>One cover on the list.</summary>
/// <param name="Cases">How many went over.</param>
/// <param name="Kept">How many stayed with whoever is away.</param>
public sealed record CoverLine(
    Guid Id,
    Guid AwayId,
    string Away,
    string Cover,
    Role Role,
    DateOnly From,
    DateOnly Until,
    CoverState State,
    int Cases,
    int Kept,
    int Stayed
);

/// <summary>A case that stayed with whoever is away, and why.</summary>
public sealed record KeptCase(Guid CaseId, string Reference, string Why);

/// <summary>A case that could not go back after a cover and is with whoever covered, and why.</summary>
public sealed record StayedCase(
    Guid CaseId,
    string Reference,
    string Away,
    string Cover,
    string Why
);

/// <summary>Covers of a council: the team manager sees all, workers those that they are part of.</summary>
public sealed class CoverReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>A page of covers: open ones by their first day, past ones the latest first.</summary>
    public async Task<ListPage<CoverLine>> PageAsync(
        bool past,
        Actor actor,
        string? after,
        CancellationToken ct
    )
    {
        var found = Of(actor)
            .Where(c =>
                past
                    ? c.State == CoverState.Over || c.State == CoverState.Cancelled
                    : c.State == CoverState.Planned || c.State == CoverState.Running
            );
        if (ListCursor.Read(after) is { } start)
            found = past
                ? found.Where(c =>
                    c.From < start.On || (c.From == start.On && c.Id.CompareTo(start.Id) < 0)
                )
                : found.Where(c =>
                    c.From > start.On || (c.From == start.On && c.Id.CompareTo(start.Id) > 0)
                );
        var ordered = past
            ? found.OrderByDescending(c => c.From).ThenByDescending(c => c.Id)
            : found.OrderBy(c => c.From).ThenBy(c => c.Id);
        var rows = await Lines(ordered.Take(PageSize + 1)).ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? ListCursor.Write(rows[PageSize - 1].From, rows[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>Null where it is another council's or nothing of the reader's.</summary>
    public Task<CoverLine?> FindAsync(Guid id, Actor actor, CancellationToken ct) =>
        Lines(Of(actor).Where(c => c.Id == id)).SingleOrDefaultAsync(ct);

    /// <summary>What stayed with whoever is away, as far as the reader sees the cases.</summary>
    public async Task<IReadOnlyList<KeptCase>> KeptAsync(Guid coverId, CancellationToken ct) =>
        await (
            from k in db.Set<CoveredCase>()
            join c in db.Set<Case>() on k.CaseId equals c.Id
            where k.CoverId == coverId && k.Kept != null
            orderby c.Reference
            select new KeptCase(c.Id, c.Reference, k.Kept!)
        )
            .Take(PageSize)
            .ToListAsync(ct);

    /// <summary>What could not go back and is still with whoever covered, as far as the reader sees covers and cases.</summary>
    public async Task<IReadOnlyList<StayedCase>> StayedAsync(Actor actor, CancellationToken ct) =>
        await Stayed(actor).Take(PageSize).ToListAsync(ct);

    /// <summary>How many those are, all of them.</summary>
    public Task<int> StayedCountAsync(Actor actor, CancellationToken ct) =>
        Stayed(actor).CountAsync(ct);

    private IQueryable<StayedCase> Stayed(Actor actor) =>
        from k in db.Set<CoveredCase>()
        join v in Of(actor) on k.CoverId equals v.Id
        join c in db.Set<Case>() on k.CaseId equals c.Id
        where k.Stayed != null && k.BackOn == null && c.ClosedOn == null
        where
            db.Set<Allocation>()
                .Any(a =>
                    a.CaseId == k.CaseId
                    && a.AccountId == v.CoverId
                    && a.Role == v.Role
                    && a.To == null
                )
        orderby c.Reference
        select new StayedCase(
            c.Id,
            c.Reference,
            db.Set<Account>().Where(a => a.Id == v.AwayId).Select(a => a.DisplayName).First(),
            db.Set<Account>().Where(a => a.Id == v.CoverId).Select(a => a.DisplayName).First(),
            k.Stayed!
        );

    private IQueryable<Cover> Of(Actor actor)
    {
        var all = actor.Is(Role.TeamManager);
        return db.Set<Cover>()
            .AsNoTracking()
            .Where(c => c.CouncilId == actor.CouncilId)
            .Where(c => all || c.AwayId == actor.AccountId || c.CoverId == actor.AccountId);
    }

    private IQueryable<CoverLine> Lines(IQueryable<Cover> covers) =>
        covers.Select(c => new CoverLine(
            c.Id,
            c.AwayId,
            db.Set<Account>().Where(a => a.Id == c.AwayId).Select(a => a.DisplayName).First(),
            db.Set<Account>().Where(a => a.Id == c.CoverId).Select(a => a.DisplayName).First(),
            c.Role,
            c.From,
            c.Until,
            c.State,
            db.Set<CoveredCase>().Count(k => k.CoverId == c.Id && k.Kept == null),
            db.Set<CoveredCase>().Count(k => k.CoverId == c.Id && k.Kept != null),
            db.Set<CoveredCase>().Count(k => k.CoverId == c.Id && k.Stayed != null)
        ));
}
