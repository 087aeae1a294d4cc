using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Who had a hand in a case, in whatever role, and what follows for deciding on it (R-SOD-12).</summary>
public sealed class HandsReads(FosterDb db)
{
    /// <summary>The roles in which an account ever held the case or did anything in it.</summary>
    public async Task<HashSet<Role>> RolesInAsync(Guid caseId, Guid accountId, CancellationToken ct)
    {
        var held = await db.Set<Allocation>()
            .Where(a => a.CaseId == caseId && a.AccountId == accountId)
            .Select(a => a.Role)
            .Distinct()
            .ToListAsync(ct);
        var acted = await db.Set<HistoryEntry>()
            .Where(h => h.CaseId == caseId && h.ActorId == accountId)
            .Select(h => h.ActorRole)
            .Distinct()
            .ToListAsync(ct);
        return [.. held, .. acted.Select(r => Enum.Parse<Role>(r))];
    }

    /// <summary>
    /// Nobody decides on a case in which they worked in one of these roles, whatever they act as now, nor for somebody
    /// else (R-SOD-01, R-SOD-06).
    /// </summary>
    public static List<Refusal> AgainstDeciding(
        Actor actor,
        IReadOnlySet<Role> was,
        params Role[] roles
    )
    {
        var against = new List<Refusal>();
        if (actor.OnBehalfOf is not null)
            against.Add(
                new Refusal(
                    "Nobody decides on behalf of the agency decision maker. A substitute has to be appointed.",
                    "R-SOD-06"
                )
            );
        foreach (var role in roles.Where(was.Contains))
            against.Add(
                new Refusal(
                    $"You were {role.Title().ToLowerInvariant()} in this case, so you cannot decide on it.",
                    "R-SOD-01"
                )
            );
        return against;
    }
}
