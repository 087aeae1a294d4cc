using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.People;

/// <param name="Roles">
/// Every role that the person holds in this council from now on; none for somebody who goes on in another council only.
/// </param>
public sealed record ChangeRolesInput(Guid AccountId, IReadOnlyList<Role> Roles);

/// <summary>Gives and takes roles in the administrator's own council. Sessions of the person end, so that it holds at once.</summary>
public sealed class ChangeRoles(
    FosterDb db,
    Colleagues colleagues,
    SessionStore sessions,
    TellOwner tell,
    CouncilHistory history
)
{
    public Task<Result> RunAsync(ChangeRolesInput input, Actor actor, CancellationToken ct) =>
        colleagues.AloneAsync(actor, () => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(ChangeRolesInput input, Actor actor, CancellationToken ct)
    {
        var account = await colleagues.FindAsync(input.AccountId, actor, ct);
        var against = Colleagues.Against(account, actor);
        if (against.Count > 0)
            return Result.Refused(against);
        var held = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == input.AccountId && r.CouncilId == actor.CouncilId)
            .ToListAsync(ct);
        var wanted = input.Roles.ToHashSet();
        against.AddRange(await AgainstAsync(account!.Id, wanted, held, actor, ct));
        if (against.Count > 0)
            return Result.Refused(against);
        var (taken, given) = (
            held.Where(h => h.Role.IsStaff() && !wanted.Contains(h.Role)).ToList(),
            wanted.Except(held.Select(h => h.Role)).ToList()
        );
        if (taken.Count + given.Count == 0)
            return Result.Done;
        db.RemoveRange(taken);
        foreach (var role in given)
            db.Add(
                new RoleAssignment
                {
                    AccountId = account.Id,
                    CouncilId = actor.CouncilId,
                    Role = role,
                }
            );
        await EndDutiesAsync(account, wanted, actor, ct);
        history.Write(
            actor,
            account.Id,
            new HistoryNote("account.roles-changed", Words(account.DisplayName, given, taken))
            {
                Rules = ["R-SOD-07"],
            }
        );
        await tell.OfAdministratorsActAsync(account, AccountNews.RolesChanged, actor, ct);
        await db.SaveChangesAsync(ct);
        await sessions.EndAllAsync(account.Id, null, ct);
        return Result.Done;
    }

    private async Task<List<Refusal>> AgainstAsync(
        Guid accountId,
        HashSet<Role> wanted,
        List<RoleAssignment> held,
        Actor actor,
        CancellationToken ct
    )
    {
        List<Refusal> against = [.. RoleRules.Against(wanted)];
        if (
            wanted.Count == 0
            && !await db.Set<RoleAssignment>()
                .AnyAsync(r => r.AccountId == accountId && r.CouncilId != actor.CouncilId, ct)
        )
            against.Add(
                new Refusal(
                    "Choose one role or more. Somebody who no longer works here is disabled instead.",
                    null,
                    RoleRules.Field
                )
            );
        if (
            held.Any(h => h.Role == Role.Administrator)
            && !wanted.Contains(Role.Administrator)
            && await colleagues.IsLastAdministratorAsync(accountId, actor.CouncilId, ct)
        )
            against.Add(
                new Refusal(
                    "This is the last administrator who can sign in. Make another one first.",
                    "R-SOD-07",
                    RoleRules.Field
                )
            );
        return against;
    }

    /// <summary>Whoever reads no case any more holds no duty beside the roles either.</summary>
    private async Task EndDutiesAsync(
        Account account,
        HashSet<Role> wanted,
        Actor actor,
        CancellationToken ct
    )
    {
        if (wanted.Count > 0 && !wanted.Contains(Role.Administrator))
            return;
        var duties = await db.Set<CapabilityHolder>()
            .Where(h => h.AccountId == account.Id && h.CouncilId == actor.CouncilId)
            .ToListAsync(ct);
        if (duties.Count == 0)
            return;
        db.RemoveRange(duties);
        history.Write(
            actor,
            account.Id,
            new HistoryNote(
                "duty.ended",
                $"{account.DisplayName} no longer holds a duty beside the roles"
            )
            {
                Rules = ["R-SOD-07"],
            }
        );
    }

    private static string Words(string name, List<Role> given, List<RoleAssignment> taken)
    {
        static string List(IEnumerable<Role> roles) =>
            string.Join(", ", roles.Order().Select(r => r.Title()));
        var parts = new List<string>();
        if (given.Count > 0)
            parts.Add($"given {List(given)}");
        if (taken.Count > 0)
            parts.Add($"no longer {List(taken.Select(t => t.Role))}");
        return $"Roles of {name}: {string.Join("; ", parts)}";
    }
}
