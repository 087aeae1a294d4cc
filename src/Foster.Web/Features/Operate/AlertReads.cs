using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

/// <summary>An alert as administrators see it.</summary>
public sealed record AlertLine(
    Guid Id,
    string Text,
    DateTime RaisedAt,
    DateTime? SettledAt,
    string? SettledBy
);

/// <summary>The alerts of the administrator's council.</summary>
public sealed class AlertReads(FosterDb db)
{
    private const int Most = 50;

    /// <summary>Those that nobody has settled, and after them the latest settled ones.</summary>
    public async Task<IReadOnlyList<AlertLine>> AllAsync(CancellationToken ct) =>
        await db.Set<Alert>()
            .OrderBy(a => a.SettledAt != null)
            .ThenByDescending(a => a.RaisedAt)
            .Take(Most)
            .Select(a => new AlertLine(a.Id, a.Text, a.RaisedAt, a.SettledAt, a.SettledBy))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<AlertLine>> OpenAsync(CancellationToken ct) =>
        [.. (await AllAsync(ct)).Where(a => a.SettledAt is null)];
}
