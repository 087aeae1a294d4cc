using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>The applicants' names of a page of cases, in one question to the database.</summary>
public sealed class CaseNameReads(FosterDb db)
{
    /// <summary>Case → "Zoë Ashdown and Sam Ashdown".</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(
        IReadOnlyCollection<Guid> cases,
        CancellationToken ct
    )
    {
        if (cases.Count == 0)
            return new Dictionary<Guid, string>();
        // Looked up row by row: a join would let the planner start from all people of the council.
        var rows = await db.Set<Case>()
            .Where(c => cases.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                Main = db.Set<Membership>()
                    .Where(m => m.CouncilId == c.CouncilId && m.HouseholdId == c.HouseholdId)
                    .Where(m => m.IsApplicant && m.Position == 1 && m.To == null)
                    .Select(m =>
                        db.Set<Person>()
                            .Where(p => p.Id == m.PersonId)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .FirstOrDefault()
                    )
                    .FirstOrDefault(),
                Partner = db.Set<Membership>()
                    .Where(m => m.CouncilId == c.CouncilId && m.HouseholdId == c.HouseholdId)
                    .Where(m => m.IsApplicant && m.Position == 2 && m.To == null)
                    .Select(m =>
                        db.Set<Person>()
                            .Where(p => p.Id == m.PersonId)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .FirstOrDefault()
                    )
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return rows.ToDictionary(
            r => r.Id,
            r => r.Partner is null ? r.Main ?? "" : $"{r.Main} and {r.Partner}"
        );
    }
}
