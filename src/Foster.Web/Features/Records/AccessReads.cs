using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>A request as the list and its page show it.</summary>
public sealed record AccessLine(
    Guid Id,
    Guid CaseId,
    Guid PersonId,
    string Reference,
    string Person,
    AccessState State,
    DateOnly ReceivedOn,
    string Identity,
    DateOnly? ExtendedOn,
    Guid? ReviewedById,
    string? ReviewedBy,
    string? ApprovedBy,
    string? SentBackReason,
    DateOnly? GivenOn,
    bool IsByOwner
);

/// <summary>One gathered row and what was decided of it.</summary>
public sealed record AccessItemLine(
    Guid Id,
    Guid RowId,
    string Table,
    AccessItemKind Kind,
    AccessChoice Choice,
    string? ReasonCode,
    string? Reason
);

/// <summary>The requests of a case in the reader's reach.</summary>
public sealed class AccessReads(FosterDb db, StoredRows stored)
{
    public const int PageSize = 25;

    public static bool MayRead(Actor actor) =>
        actor.Has(Capability.RecordsOfficer) || actor.Is(Role.TeamManager);

    public Task<List<AccessLine>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        Lines(
                db.Set<SubjectAccess>()
                    .Where(a => a.CaseId == caseId)
                    .OrderByDescending(a => a.ReceivedOn)
                    .ThenByDescending(a => a.Id)
            )
            .ToListAsync(ct);

    public Task<AccessLine?> FindAsync(Guid caseId, Guid id, CancellationToken ct) =>
        Lines(db.Set<SubjectAccess>().Where(a => a.Id == id && a.CaseId == caseId))
            .SingleOrDefaultAsync(ct);

    /// <summary>The open deadline of a request.</summary>
    public Task<Deadline?> DeadlineAsync(Guid accessId, CancellationToken ct) =>
        db.Set<Deadline>()
            .AsNoTracking()
            .Where(d => d.SubjectId == accessId)
            .OrderByDescending(d => d.DueOn)
            .FirstOrDefaultAsync(ct);

    /// <summary>How many rows of each table and kind are decided how.</summary>
    public async Task<
        IReadOnlyList<(
            string Table,
            AccessItemKind Kind,
            AccessChoice Choice,
            int Rows,
            Guid First
        )>
    > GroupsAsync(Guid accessId, CancellationToken ct)
    {
        var items = await Items(accessId).ToListAsync(ct);
        return
        [
            .. items
                .GroupBy(i => (i.Table, i.Kind, i.Choice))
                .OrderBy(g => g.Key.Choice)
                .ThenBy(g => g.Key.Table, StringComparer.Ordinal)
                .Select(g => (g.Key.Table, g.Key.Kind, g.Key.Choice, g.Count(), g.First().Id)),
        ];
    }

    /// <summary>The rows of a table and kind, in their order.</summary>
    public async Task<(AccessItemLine Item, StoredRow? Row, Guid? Next)?> ItemAsync(
        AccessLine access,
        Guid itemId,
        CancellationToken ct
    )
    {
        var items = await Items(access.Id).ToListAsync(ct);
        var at = items.FindIndex(i => i.Id == itemId);
        if (at < 0)
            return null;
        var item = items[at];
        var rows = await stored.OfAsync(
            access.CaseId,
            access.PersonId,
            ct,
            new HashSet<string> { item.Table }
        );
        var next = items
            .Skip(at + 1)
            .Concat(items.Take(at))
            .FirstOrDefault(i => i.Choice == AccessChoice.Undecided);
        return (item, rows.FirstOrDefault(r => r.Id == item.RowId), next?.Id);
    }

    private IQueryable<AccessItemLine> Items(Guid accessId) =>
        db.Set<SubjectAccessItem>()
            .AsNoTracking()
            .Where(i => i.AccessId == accessId)
            .OrderBy(i => i.Table)
            .ThenBy(i => i.Kind)
            .ThenBy(i => i.Id)
            .Select(i => new AccessItemLine(
                i.Id,
                i.RowId,
                i.Table,
                i.Kind,
                i.Choice,
                i.ReasonCode,
                i.Reason
            ));

    private IQueryable<AccessLine> Lines(IQueryable<SubjectAccess> requests) =>
        from a in requests.AsNoTracking()
        join c in db.Set<Case>() on a.CaseId equals c.Id
        join p in db.Set<Person>() on a.PersonId equals p.Id
        select new AccessLine(
            a.Id,
            a.CaseId,
            a.PersonId,
            c.Reference,
            p.GivenName + " " + p.FamilyName,
            a.State,
            a.ReceivedOn,
            a.Identity,
            a.ExtendedOn,
            a.ReviewedById,
            a.ReviewedBy,
            a.ApprovedBy,
            a.SentBackReason,
            a.GivenOn,
            a.IsByOwner
        );
}
