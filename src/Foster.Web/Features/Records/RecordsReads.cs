using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>Records whose time is over, or that went.</summary>
public sealed record RetentionLine(
    Guid Id,
    Guid CaseId,
    string Reference,
    string What,
    RetentionState State,
    string RuleId,
    DateOnly TriggerOn,
    DateOnly KeptTo,
    DateOnly DueOn,
    string Explanation,
    DateOnly ProposedOn,
    DateTime? ConfirmedAt,
    string? ConfirmedBy,
    DateTime? ErasedAt,
    string Counts
);

/// <summary>Records on hold.</summary>
public sealed record HoldLine(
    Guid Id,
    Guid CaseId,
    string Reference,
    DateOnly PlacedOn,
    string PlacedBy,
    DateOnly ReviewOn,
    string Reason
);

/// <summary>
/// What a records officer reads: references, rules and days, and nothing of what the cases say. Restricted cases for
/// which the officer is not named are counted only.
/// </summary>
public sealed class RecordsReads(FosterDb db, CaseErasure erasure)
{
    public const int PageSize = 25;

    /// <summary>Proposed or confirmed and not on hold, the longest over first.</summary>
    public async Task<ListPage<RetentionLine>> DueAsync(string? after, CancellationToken ct)
    {
        var held = Holds().Where(h => h.LiftedOn == null);
        var due = Visible()
            .Where(i =>
                (i.State == RetentionState.Proposed || i.State == RetentionState.Confirmed)
                && !held.Any(h => h.CaseId == i.CaseId)
            );
        if (ListCursor.Read(after) is { } start)
            due = due.Where(i =>
                i.DueOn > start.On || (i.DueOn == start.On && i.Id.CompareTo(start.Id) > 0)
            );
        var rows = await Lines(due.OrderBy(i => i.DueOn).ThenBy(i => i.Id))
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return Page(rows, r => ListCursor.Write(r.DueOn, r.Id));
    }

    /// <summary>The certificates of what was erased, newest first.</summary>
    public async Task<ListPage<RetentionLine>> ErasedAsync(string? after, CancellationToken ct)
    {
        var erased = db.Set<RetentionItem>()
            .AsNoTracking()
            .Where(i => i.State == RetentionState.Erased);
        if (InstantCursor.Read(after) is var (at, id))
            erased = erased.Where(i =>
                i.ErasedAt < at || (i.ErasedAt == at && i.Id.CompareTo(id) < 0)
            );
        var rows = await Lines(
                erased.OrderByDescending(i => i.ErasedAt).ThenByDescending(i => i.Id)
            )
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return Page(rows, r => InstantCursor.Write(r.ErasedAt!.Value, r.Id));
    }

    /// <summary>Holds that stand, by the day of their review.</summary>
    public async Task<ListPage<HoldLine>> HeldAsync(string? after, CancellationToken ct)
    {
        var held = Holds().Where(h => h.LiftedOn == null);
        if (ListCursor.Read(after) is { } start)
            held = held.Where(h =>
                h.ReviewOn > start.On || (h.ReviewOn == start.On && h.Id.CompareTo(start.Id) > 0)
            );
        var rows = await (
            from h in held.OrderBy(h => h.ReviewOn).ThenBy(h => h.Id)
            join c in db.OfOfficer() on h.CaseId equals c.Id
            select new HoldLine(h.Id, h.CaseId, c.Reference, h.PlacedOn, h.PlacedBy, h.ReviewOn, "")
        )
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return new ListPage<HoldLine>(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? ListCursor.Write(rows[PageSize - 1].ReviewOn, rows[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>How many due records are of cases that this officer may not see.</summary>
    public Task<int> HiddenAsync(CancellationToken ct)
    {
        var hidden = db.Scope.HiddenCases;
        return db.Set<RetentionItem>()
            .CountAsync(i => i.State == RetentionState.Proposed && hidden.Contains(i.CaseId), ct);
    }

    public Task<RetentionLine?> FindAsync(Guid id, CancellationToken ct) =>
        Lines(Visible().Where(i => i.Id == id && i.State != RetentionState.Erased))
            .SingleOrDefaultAsync(ct);

    public Task<RetentionLine?> CertificateAsync(Guid id, CancellationToken ct) =>
        Lines(
                db.Set<RetentionItem>()
                    .AsNoTracking()
                    .Where(i => i.Id == id && i.State == RetentionState.Erased)
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>What would go, by table.</summary>
    public async Task<IReadOnlyList<(string Table, int Rows)>> PreviewAsync(
        RetentionLine line,
        CancellationToken ct
    ) =>
        line.What == RetentionItem.WholeCase
            ? RecordsWords.Counts(RecordsWords.Counts(await erasure.PreviewAsync(line.CaseId, ct)))
            : [("Checks, what the certificate said", 1)];

    /// <summary>The reference of a case that an officer may hold; null where it is out of sight.</summary>
    public Task<string?> ReferenceAsync(Guid caseId, CancellationToken ct) =>
        db.OfOfficer().Where(c => c.Id == caseId).Select(c => c.Reference).SingleOrDefaultAsync(ct);

    /// <summary>The hold that stands on a case, with its reason.</summary>
    public async Task<HoldLine?> HoldAsync(Guid caseId, CancellationToken ct) =>
        await Holds().SingleOrDefaultAsync(h => h.CaseId == caseId && h.LiftedOn == null, ct)
            is { } hold
            ? new HoldLine(
                hold.Id,
                caseId,
                "",
                hold.PlacedOn,
                hold.PlacedBy,
                hold.ReviewOn,
                hold.Reason
            )
            : null;

    /// <summary>What is proposed of a case as a whole.</summary>
    public Task<RetentionLine?> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        Lines(
                Visible()
                    .Where(i =>
                        i.CaseId == caseId
                        && i.What == RetentionItem.WholeCase
                        && (
                            i.State == RetentionState.Proposed
                            || i.State == RetentionState.Confirmed
                        )
                    )
            )
            .SingleOrDefaultAsync(ct);

    private IQueryable<RetentionItem> Visible()
    {
        var hidden = db.Scope.HiddenCases;
        return db.Set<RetentionItem>().AsNoTracking().Where(i => !hidden.Contains(i.CaseId));
    }

    private IQueryable<RecordHold> Holds() =>
        db.Set<RecordHold>().AsNoTracking().IgnoreQueryFilters([FosterDb.CaseFilter]);

    private static IQueryable<RetentionLine> Lines(IQueryable<RetentionItem> items) =>
        items.Select(i => new RetentionLine(
            i.Id,
            i.CaseId,
            i.Reference,
            i.What,
            i.State,
            i.RuleId,
            i.TriggerOn,
            i.KeptTo,
            i.DueOn,
            i.Explanation,
            i.ProposedOn,
            i.ConfirmedAt,
            i.ConfirmedBy,
            i.ErasedAt,
            i.Counts
        ));

    private static ListPage<RetentionLine> Page(
        List<RetentionLine> rows,
        Func<RetentionLine, string> cursor
    ) => new([.. rows.Take(PageSize)], rows.Count > PageSize ? cursor(rows[PageSize - 1]) : null);
}

/// <summary>The case of a proposal, for the access log.</summary>
public sealed class CaseOfRetention(FosterDb db) : Foundation.Catalogues.ICaseOfRecord
{
    public string Parameter => "retentionItemId";

    public Task<Guid?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<RetentionItem>()
            .Where(i => i.Id == id)
            .Select(i => (Guid?)i.CaseId)
            .SingleOrDefaultAsync(ct);
}
