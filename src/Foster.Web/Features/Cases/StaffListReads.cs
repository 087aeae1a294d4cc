using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Somebody who works for a council and can sign in.</summary>
public sealed record StaffMember(Guid AccountId, string Name, IReadOnlyList<Role> Roles);

/// <summary>Who works for a council, for lists of people to choose from.</summary>
public sealed class StaffListReads(FosterDb db)
{
    public async Task<IReadOnlyList<StaffMember>> AllAsync(Guid councilId, CancellationToken ct)
    {
        var rows = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == councilId && !a.IsDisabled && Roles.Staff.Contains(r.Role)
            orderby a.DisplayName, a.Id, r.Role
            select new
            {
                a.Id,
                a.DisplayName,
                r.Role,
            }
        ).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(r => (r.Id, r.DisplayName))
                .Select(g => new StaffMember(
                    g.Key.Id,
                    g.Key.DisplayName,
                    [.. g.Select(r => r.Role)]
                )),
        ];
    }

    public async Task<IReadOnlyList<StaffMember>> InRoleAsync(
        Guid councilId,
        Role role,
        CancellationToken ct
    ) => [.. (await AllAsync(councilId, ct)).Where(s => s.Roles.Contains(role))];
}
