using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>The pauses of an application, the first first.</summary>
public sealed class PauseReads(FosterDb db)
{
    public async Task<IReadOnlyList<ApplicationPause>> OfCaseAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await db.Set<ApplicationPause>()
            .AsNoTracking()
            .Where(p => p.CaseId == caseId)
            .OrderBy(p => p.From)
            .ToListAsync(ct);

    /// <summary>Since when it rests; null while it goes on.</summary>
    public Task<DateOnly?> RestsSinceAsync(Guid caseId, CancellationToken ct) =>
        db.Set<ApplicationPause>()
            .Where(p => p.CaseId == caseId && p.To == null)
            .Select(p => (DateOnly?)p.From)
            .SingleOrDefaultAsync(ct);
}
