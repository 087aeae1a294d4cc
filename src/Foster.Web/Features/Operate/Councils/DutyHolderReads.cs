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

/// <summary>Who holds the duties that are no role.</summary>
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
}
