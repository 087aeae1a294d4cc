using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Reminders;

/// <summary>Somebody to be told, and as what.</summary>
/// <param name="Id">Their account; for applicants without one, the person on record.</param>
/// <param name="As">The name of a role or duty, or <see cref="ReminderWords.Household"/>.</param>
public sealed record Addressee(Guid Id, string As);

/// <summary>
/// Finds who is told: whoever holds the case in a role, the whole team where nobody does, the holders of a duty, the
/// household. Nobody is told of a restricted case for which they are not named, nor of their own record (R-SOD-08).
/// </summary>
public sealed class Addressees(FosterDb db)
{
    private readonly Dictionary<Role, List<Guid>> teams = [];
    private readonly Dictionary<Capability, List<Guid>> duties = [];
    private Dictionary<Guid, Household> households = [];
    private ILookup<Guid, (Guid Account, Role Role)> workers = null!;
    private ILookup<Guid, (Guid Account, bool StandsIn)> named = null!;

    /// <summary>Who can sign in and has taken up the invitation: nobody is told before they have shown who they are.</summary>
    private IQueryable<Account> Present =>
        db.Set<Account>()
            .Where(a =>
                !a.IsDisabled
                && (a.PasswordHash != null || db.UserLogins.Any(l => l.UserId == a.Id))
            );

    private sealed record Household(bool Restricted, List<Guid> Applicants, List<Guid> Accounts);

    /// <summary>Reads what is known of a council's people, and of these cases.</summary>
    public async Task ReadAsync(IReadOnlyCollection<Guid> cases, CancellationToken ct)
    {
        if (teams.Count == 0)
            await ReadCouncilAsync(ct);
        workers = (
            await (
                from w in db.Set<Allocation>()
                join a in Present on w.AccountId equals a.Id
                where cases.Contains(w.CaseId) && w.To == null
                select new
                {
                    w.CaseId,
                    w.AccountId,
                    w.Role,
                }
            ).ToListAsync(ct)
        ).ToLookup(w => w.CaseId, w => (w.AccountId, w.Role));
        named = (
            await db.Set<NamedPerson>()
                .Where(n => cases.Contains(n.CaseId) && !n.AtPanel)
                .Select(n => new
                {
                    n.CaseId,
                    n.AccountId,
                    n.StandsIn,
                })
                .ToListAsync(ct)
        ).ToLookup(n => n.CaseId, n => (n.AccountId, n.StandsIn));
        var people = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            join l in db.Set<AccountLink>() on m.PersonId equals l.PersonId into links
            from l in links.DefaultIfEmpty()
            where cases.Contains(c.Id) && m.IsApplicant && m.To == null
            select new
            {
                c.Id,
                c.Restricted,
                m.PersonId,
                Account = (Guid?)l.AccountId,
            }
        ).ToListAsync(ct);
        households = people
            .GroupBy(p => p.Id)
            .ToDictionary(
                g => g.Key,
                g => new Household(
                    g.First().Restricted,
                    [.. g.Select(p => p.Account ?? p.PersonId)],
                    [.. g.Where(p => p.Account is not null).Select(p => p.Account!.Value)]
                )
            );
    }

    /// <summary>Who is told of a step; empty when there is nobody.</summary>
    public IReadOnlyList<Addressee> Of(Guid caseId, string holder, Recipient to)
    {
        var household = households.GetValueOrDefault(caseId);
        if (to.Household)
            return
            [
                .. (household?.Applicants ?? []).Select(id => new Addressee(
                    id,
                    ReminderWords.Household
                )),
            ];
        var (accounts, title) = Staff(caseId, holder, to);
        var allowed = accounts.Where(a => household?.Accounts.Contains(a) != true);
        if (household?.Restricted == true)
            allowed = allowed.Where(a => named[caseId].Any(n => n.Account == a));
        return [.. allowed.Distinct().Select(a => new Addressee(a, title))];
    }

    private (IEnumerable<Guid> Accounts, string Title) Staff(
        Guid caseId,
        string holder,
        Recipient to
    )
    {
        if (to.Duty is { } duty)
            return (duties.GetValueOrDefault(duty, []), duty.ToString());
        if (to.Role is { } role)
            return (InRole(caseId, role), role.ToString());
        if (Enum.TryParse<Role>(holder, out var held))
            return (InRole(caseId, held), held.ToString());
        // A clock of a restricted case that its role may not see is the intake officers' or of who stands in for them.
        return (
            [
                .. duties.GetValueOrDefault(Capability.IntakeOfficer, []),
                .. named[caseId].Where(n => n.StandsIn).Select(n => n.Account),
            ],
            nameof(Capability.IntakeOfficer)
        );
    }

    private List<Guid> InRole(Guid caseId, Role role)
    {
        var holding = workers[caseId].Where(w => w.Role == role).Select(w => w.Account).ToList();
        if (holding.Count > 0)
            return holding;
        return teams.GetValueOrDefault(
            role is Role.Assessor or Role.SupervisingSocialWorker ? Role.TeamManager : role,
            []
        );
    }

    private async Task ReadCouncilAsync(CancellationToken ct)
    {
        var councils = db.Scope.Councils;
        var roles = await (
            from r in db.Set<RoleAssignment>()
            join a in Present on r.AccountId equals a.Id
            where councils.Contains(r.CouncilId) && Roles.Staff.Contains(r.Role)
            select new { r.Role, r.AccountId }
        ).ToListAsync(ct);
        foreach (var team in roles.GroupBy(r => r.Role))
            teams[team.Key] = [.. team.Select(r => r.AccountId)];
        var holders = await (
            from h in db.Set<CapabilityHolder>()
            join a in Present on h.AccountId equals a.Id
            where councils.Contains(h.CouncilId)
            select new { h.Capability, h.AccountId }
        ).ToListAsync(ct);
        foreach (var duty in holders.GroupBy(h => h.Capability))
            duties[duty.Key] = [.. duty.Select(h => h.AccountId)];
    }
}
