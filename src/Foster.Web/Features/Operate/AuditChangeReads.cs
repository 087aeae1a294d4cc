using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

/// <summary>The entries of the histories as the audit page shows them: the kind of act, not its words.</summary>
public sealed class AuditChangeReads(FosterDb db)
{
    /// <summary>What was written to the histories of cases.</summary>
    public Task<List<AuditEntry>> OfCasesAsync(AuditSpan span, CancellationToken ct)
    {
        var rows = db.Set<HistoryEntry>()
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(h => h.CouncilId == span.CouncilId);
        if (span.Cases is { } cases)
            rows = rows.Where(h => cases.Contains(h.CaseId));
        if (span.Filter.AccountId is { } account)
            rows = rows.Where(h => h.ActorId == account);
        if (span.From is { } first)
            rows = rows.Where(h => h.RecordedAt >= first);
        if (span.Until is { } last)
            rows = rows.Where(h => h.RecordedAt < last);
        if (span.After is var (at, id))
            rows = rows.Where(h =>
                h.RecordedAt < at || (h.RecordedAt == at && h.Id.CompareTo(id) < 0)
            );
        return (
            from h in rows.OrderByDescending(h => h.RecordedAt)
                .ThenByDescending(h => h.Id)
                .Take(span.Count)
            join c in db.Set<Case>().IgnoreQueryFilters([FosterDb.CaseFilter])
                on h.CaseId equals c.Id
            select new AuditEntry(
                h.Id,
                h.RecordedAt,
                h.ActorName,
                h.ActorRole,
                AccessAct.Change,
                "",
                h.Kind,
                c.Reference,
                null,
                1,
                h.FromAddress,
                h.ActorId
            )
        ).ToListAsync(ct);
    }

    /// <summary>What was done for the council and in no case.</summary>
    public Task<List<AuditEntry>> OfCouncilAsync(AuditSpan span, CancellationToken ct)
    {
        var rows = db.Set<CouncilHistoryEntry>()
            .AsNoTracking()
            .Where(h => h.CouncilId == span.CouncilId);
        if (span.Filter.AccountId is { } account)
            rows = rows.Where(h => h.ActorId == account);
        if (span.From is { } first)
            rows = rows.Where(h => h.RecordedAt >= first);
        if (span.Until is { } last)
            rows = rows.Where(h => h.RecordedAt < last);
        if (span.After is var (at, id))
            rows = rows.Where(h =>
                h.RecordedAt < at || (h.RecordedAt == at && h.Id.CompareTo(id) < 0)
            );
        return rows.OrderByDescending(h => h.RecordedAt)
            .ThenByDescending(h => h.Id)
            .Take(span.Count)
            .Select(h => new AuditEntry(
                h.Id,
                h.RecordedAt,
                h.ActorName,
                h.ActorRole,
                AccessAct.Change,
                "",
                h.Kind,
                null,
                h.SubjectId,
                1,
                h.FromAddress,
                h.ActorId
            ))
            .ToListAsync(ct);
    }
}
