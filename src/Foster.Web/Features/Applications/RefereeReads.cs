using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>The referees of a case as staff see them.</summary>
public sealed class RefereeReads(FosterDb db)
{
    public async Task<IReadOnlyList<Referee>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<Referee>()
            .AsNoTracking()
            .Where(r => r.CaseId == caseId)
            .OrderBy(r => r.NominatedOn)
            .ThenBy(r => r.Id)
            .ToListAsync(ct);

    /// <summary>The applicant agreed in the application that referees are interviewed, and has not taken it back.</summary>
    public async Task<bool> ConsentedAsync(Guid caseId, Guid personId, CancellationToken ct) =>
        (
            await db.Set<Consent>()
                .AsNoTracking()
                .Where(c =>
                    c.CaseId == caseId && c.PersonId == personId && c.CheckKey == AskReferee.Check
                )
                .ToListAsync(ct)
        ).Latest()
            is { IsLive: true };
}
