using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Accounts;

/// <param name="OwnerId">The account that takes it up; null where a password is chosen first.</param>
public sealed record Invitation(string CouncilName, IReadOnlyList<Role> Roles, Guid? OwnerId);

/// <summary>What whoever holds an invitation is shown of it.</summary>
public sealed class InvitationReads(FosterDb db, StandIn standIns)
{
    public async Task<Invitation?> OneAsync(Guid accountId, Guid councilId, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, ct) is not { } invited)
            return null;
        var council = await db.Set<Council>()
            .Where(c => c.Id == councilId)
            .Select(c => c.Name)
            .SingleAsync(ct);
        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == accountId && r.CouncilId == councilId)
            .OrderBy(r => r.Role)
            .Select(r => r.Role)
            .ToListAsync(ct);
        var owner = await standIns.OwnerAsync(invited, ct);
        return new Invitation(
            council,
            roles,
            owner is { PasswordHash: not null } ? owner.Id : null
        );
    }
}
