using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

/// <summary>How many accounts can act in a role, and how many are disabled.</summary>
public sealed record RoleCount(Role Role, int Active, int Disabled);

/// <summary>What administrators see of their own council. No case is among it (R-SOD-07).</summary>
public sealed class AdminReads(FosterDb db)
{
    public async Task<IReadOnlyList<RoleCount>> AccountsAsync(Actor actor, CancellationToken ct)
    {
        var counts = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == actor.CouncilId
            group a by new { r.Role, a.IsDisabled } into g
            select new
            {
                g.Key.Role,
                g.Key.IsDisabled,
                Count = g.Count(),
            }
        ).ToListAsync(ct);
        return
        [
            .. counts
                .GroupBy(c => c.Role)
                .OrderBy(g => g.Key)
                .Select(g => new RoleCount(
                    g.Key,
                    g.Where(c => !c.IsDisabled).Sum(c => c.Count),
                    g.Where(c => c.IsDisabled).Sum(c => c.Count)
                )),
        ];
    }
}
