using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>What applicants and carers see of what is stored about them, and of the copies they asked for.</summary>
public sealed class OwnDataReads(FosterDb db, AccessReads accesses, StoredRows stored)
{
    /// <summary>The newest case in the reader's reach that they live in; null where there is none.</summary>
    public Task<Guid?> CaseAsync(Actor actor, CancellationToken ct) =>
        (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            where m.PersonId == actor.PersonId && m.To == null
            orderby c.OpenedOn descending, c.Id descending
            select (Guid?)c.Id
        ).FirstOrDefaultAsync(ct);

    /// <summary>
    /// The kinds of what is about the reader alone, with the number of rows. That there is something confidential, or
    /// about others too, is said in general only: a person looks at it first (R-DP-09).
    /// </summary>
    public async Task<IReadOnlyList<(string Kind, int Rows)>> KindsAsync(
        Guid caseId,
        Guid personId,
        CancellationToken ct
    ) =>
        [
            .. (await stored.OfAsync(caseId, personId, ct))
                .Where(r => r.Kind == AccessItemKind.Own && r.Table != "Deadlines")
                .GroupBy(r => RecordsWords.Table(r.Table))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Count())),
        ];

    /// <summary>The reader's own requests, the newest first.</summary>
    public async Task<IReadOnlyList<AccessLine>> RequestsAsync(
        Guid caseId,
        Guid personId,
        CancellationToken ct
    ) =>
        [
            .. (await accesses.OfCaseAsync(caseId, ct)).Where(a =>
                a.PersonId == personId && a.IsByOwner
            ),
        ];
}
