using System.Security.Cryptography;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>What became of a row that was imported before.</summary>
public enum Before
{
    Here,

    /// <summary>Its time was over, and nothing of it is here any more.</summary>
    Erased,
}

/// <summary>Knows which rows were imported, and which of them were erased since. Part of operations, which save.</summary>
public sealed class ImportedBook(FosterDb db)
{
    private const int SecretLength = 32;
    private const int AtOnce = 500;

    /// <summary>Whatever asks for it in a council first makes its secret.</summary>
    public async Task<RowDigests> DigestsAsync(Guid councilId, CancellationToken ct)
    {
        var secret = await FindAsync(councilId, ct);
        if (secret is null)
        {
            secret = new ImportSecret
            {
                CouncilId = councilId,
                Secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength)),
            };
            db.Add(secret);
        }
        return new RowDigests(secret.Secret);
    }

    /// <summary>Those of these rows that were imported before.</summary>
    public async Task<KnownRows<Before>> KnownAsync(
        IReadOnlyCollection<RowIdentity> rows,
        CancellationToken ct
    )
    {
        var known = new KnownRows<Before>();
        foreach (var some in rows.Chunk(AtOnce))
        {
            var people = some.Select(r => r.Person).Distinct().ToList();
            var references = some.Select(r => r.Reference).OfType<string>().Distinct().ToList();
            var found = await (
                from e in db.Set<ImportedEnquiry>()
                join c in db.Set<Case>() on e.CaseId equals c.Id
                where
                    people.Contains(e.PersonDigest)
                    || (e.ReferenceDigest != null && references.Contains(e.ReferenceDigest))
                select new { Row = e, Erased = c.ErasedOn != null }
            )
                // Whoever imports need not see the case, and nobody sees one that is erased.
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .AsNoTracking()
                .ToListAsync(ct);
            foreach (var one in found)
                known.Add(one.Row.Identity, one.Erased ? Before.Erased : Before.Here);
        }
        return known;
    }

    /// <summary>The row has become this case.</summary>
    public void Add(RowIdentity row, Guid councilId, Guid caseId, Guid importId) =>
        db.Add(
            new ImportedEnquiry
            {
                CouncilId = councilId,
                CaseId = caseId,
                ImportId = importId,
                ReferenceDigest = row.Reference,
                PersonDigest = row.Person,
                DetailDigests = row.Details,
            }
        );

    private async Task<ImportSecret?> FindAsync(Guid councilId, CancellationToken ct) =>
        db.Set<ImportSecret>().Local.FirstOrDefault(s => s.CouncilId == councilId)
        ?? await db.Set<ImportSecret>().SingleOrDefaultAsync(s => s.CouncilId == councilId, ct);
}
