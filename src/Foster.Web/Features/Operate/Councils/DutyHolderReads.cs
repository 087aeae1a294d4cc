using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

/// <summary>A duty beside the roles and who holds it.</summary>
/// <param name="Missing">What is missing; null when enough people hold it.</param>
public sealed record DutyHolders(
    Capability Capability,
    IReadOnlyList<DutyHolder> Holders,
    string? Missing
)
{
    public string Duty => Duties.Title(Capability);

    public IReadOnlyList<string> Names => [.. Holders.Select(h => h.Name)];
}

public sealed record DutyHolder(Guid AccountId, string Name);

/// <summary>Somebody who works in the council and can sign in.</summary>
public sealed record StaffMember(Guid AccountId, string Name, IReadOnlyList<Role> Roles);

/// <summary>Who holds the duties that are no role, and who could.</summary>
public sealed class DutyHolderReads(FosterDb db)
{
    /// <summary>Every duty with those of its holders who can sign in.</summary>
    public async Task<IReadOnlyList<DutyHolders>> AllAsync(Actor actor, CancellationToken ct)
    {
        var held = await (
            from h in db.Set<CapabilityHolder>()
            join a in db.Set<Account>() on h.AccountId equals a.Id
            where h.CouncilId == actor.CouncilId && !a.IsDisabled
            orderby a.DisplayName, a.Id
            select new
            {
                h.Capability,
                a.Id,
                a.DisplayName,
            }
        ).ToListAsync(ct);
        return
        [
            .. Duties.All.Select(duty =>
            {
                var holders = held.Where(h => h.Capability == duty)
                    .Select(h => new DutyHolder(h.Id, h.DisplayName))
                    .ToList();
                return new DutyHolders(duty, holders, Duties.Missing(duty, holders.Count));
            }),
        ];
    }

    /// <summary>The active staff of the council, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> StaffAsync(Actor actor, CancellationToken ct)
    {
        var rows = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == actor.CouncilId && !a.IsDisabled && Roles.Staff.Contains(r.Role)
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
}
