using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>
/// An account without password that holds the roles of somebody invited whose address signs in already. Nobody ever
/// signs in to it; whoever invited them cannot tell it from any other that waits for its owner.
/// </summary>
public sealed class StandIn(FosterDb db, SignIns signIns)
{
    public static string NewName() => "invited-" + Guid.NewGuid().ToString("N");

    /// <summary>Whose account it stands in for; null where it is somebody's own.</summary>
    public async Task<Account?> OwnerAsync(Account invited, CancellationToken ct) =>
        invited is { Email: { } address, PasswordHash: null }
        && await signIns.NamedAsync(address, ct) is { } owner
        && owner.Id != invited.Id
            ? owner
            : null;

    /// <summary>Gives the owner what the stand-in held, and ends it. The caller writes history and saves.</summary>
    /// <returns>What stands against it (R-SOD-07); empty when it is done.</returns>
    public async Task<IReadOnlyList<Refusal>> PassOnAsync(
        Account standIn,
        Account owner,
        Guid councilId,
        CancellationToken ct
    )
    {
        var given = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == standIn.Id)
            .ToListAsync(ct);
        var held = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == owner.Id)
            .ToListAsync(ct);
        var against = given
            .Concat(held)
            .Where(r => r.Role.IsStaff())
            .GroupBy(r => r.CouncilId)
            .SelectMany(c => RoleRules.Against([.. c.Select(r => r.Role).Distinct()]))
            .ToList();
        if (against.Count > 0)
            return against;
        db.RemoveRange(given);
        foreach (var role in given)
            if (!held.Any(h => h.CouncilId == role.CouncilId && h.Role == role.Role))
                db.Add(
                    new RoleAssignment
                    {
                        AccountId = owner.Id,
                        CouncilId = role.CouncilId,
                        Role = role.Role,
                    }
                );
        var duties = await db.Set<CapabilityHolder>()
            .Where(h => h.CouncilId == councilId)
            .Where(h => h.AccountId == standIn.Id || h.AccountId == owner.Id)
            .ToListAsync(ct);
        foreach (var duty in duties.Where(d => d.AccountId == standIn.Id))
        {
            db.Remove(duty);
            if (!duties.Any(d => d.AccountId == owner.Id && d.Capability == duty.Capability))
                db.Add(
                    new CapabilityHolder
                    {
                        AccountId = owner.Id,
                        CouncilId = councilId,
                        Capability = duty.Capability,
                    }
                );
        }
        (standIn.IsDisabled, standIn.Email) = (true, null);
        return [];
    }
}
