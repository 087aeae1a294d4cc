using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>One thing that happened, as staff read it.</summary>
public sealed record TimelineEntry(
    string Title,
    DateOnly OccurredOn,
    DateTime RecordedAt,
    string ActorName,
    string ActorRole,
    string? OnBehalfOf,
    string? FromState,
    string? ToState,
    string? ReasonCode,
    string? Reason,
    string RuleIds
);

/// <summary>The history of a case for staff, newest first.</summary>
public sealed class TimelineReads(FosterDb db, HistoryWords words)
{
    public const int PageSize = 30;

    public async Task<ListPage<TimelineEntry>> PageAsync(
        Guid caseId,
        Actor actor,
        string? before,
        CancellationToken ct
    )
    {
        var entries = db.Set<HistoryEntry>().AsNoTracking().Where(h => h.CaseId == caseId);
        if (TimelineAudience.OpenTo(actor.Role) is { } open)
        {
            var kinds = open.ToList();
            entries = entries.Where(h => kinds.Any(k => EF.Functions.Like(h.Kind, k + "%")));
        }
        if (InstantCursor.Read(before) is var (at, id))
            entries = entries.Where(h =>
                h.RecordedAt < at || (h.RecordedAt == at && h.Id.CompareTo(id) < 0)
            );
        var rows = await entries
            .OrderByDescending(h => h.RecordedAt)
            .ThenByDescending(h => h.Id)
            .Select(h => new
            {
                h.Id,
                h.OccurredOn,
                h.RecordedAt,
                h.ActorName,
                h.ActorRole,
                h.FromState,
                h.ToState,
                h.ReasonCode,
                h.RuleIds,
                h.Body!.Content,
            })
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return new ListPage<TimelineEntry>(
            [
                .. from h in rows.Take(PageSize)
                let said = words.Open(h.Id, h.Content)
                select new TimelineEntry(
                    said.Title,
                    h.OccurredOn,
                    h.RecordedAt,
                    said.By ?? h.ActorName,
                    h.ActorRole,
                    said.OnBehalfOf,
                    h.FromState,
                    h.ToState,
                    h.ReasonCode,
                    said.Reason,
                    h.RuleIds
                ),
            ],
            rows.Count > PageSize
                ? InstantCursor.Write(rows[PageSize - 1].RecordedAt, rows[PageSize - 1].Id)
                : null
        );
    }
}
