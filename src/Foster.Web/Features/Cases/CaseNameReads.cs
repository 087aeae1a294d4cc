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
        var rows = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>()
                on new { c.CouncilId, c.HouseholdId } equals new { m.CouncilId, m.HouseholdId }
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where cases.Contains(c.Id) && m.IsApplicant && m.To == null
            orderby m.Position
            select new
            {
                c.Id,
                p.GivenName,
                p.FamilyName,
            }
        ).ToListAsync(ct);
        return rows.GroupBy(r => r.Id)
            .ToDictionary(
                g => g.Key,
                g => string.Join(" and ", g.Select(r => $"{r.GivenName} {r.FamilyName}"))
            );
    }
}
