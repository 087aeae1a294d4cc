using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Somebody who is asked to be named for a restricted case.</summary>
public sealed record Candidate(
    Guid AccountId,
    string Name,
    string? Email,
    IReadOnlyList<Role> Roles,
    bool IsConcerned
)
{
    /// <summary>True for those who work here on panel only.</summary>
    public bool SitsOnly => Roles.All(r => r is Role.PanelMember or Role.PanelChair);
}

/// <summary>Puts people down for restricted cases and takes them off. Part of operations, which write the history and save.</summary>
public sealed class Naming(FosterDb db, RestrictedClocks clocks, LondonClock clock)
{
    /// <summary>Said of somebody whom the case is about or who is mentioned in it.</summary>
    public static Refusal Connected(string name, string field) =>
        new($"{name} is connected with this case, so it stays closed to them.", "R-SOD-08", field);

    /// <summary>An employee or panel member of the council of the case; null for anybody else.</summary>
    public async Task<Candidate?> FindAsync(Case found, Guid accountId, CancellationToken ct)
    {
        var account = await db.Set<Account>()
            .Where(a => a.Id == accountId && !a.IsDisabled)
            .Select(a => new { a.DisplayName, a.Email })
            .SingleOrDefaultAsync(ct);
        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == accountId && r.CouncilId == found.CouncilId)
            .Select(r => r.Role)
            .ToListAsync(ct);
        return account is null || !roles.Any(r => r.IsStaff())
            ? null
            : new Candidate(
                accountId,
                account.DisplayName,
                account.Email,
                [.. roles.Where(r => r.IsStaff())],
                await IsOwnAsync(found, accountId, ct)
                    || Concerned.Is(
                        account.DisplayName,
                        account.Email,
                        await MentionedAsync(found, ct)
                    )
            );
    }

    /// <summary>True for intake officers, and for whoever holds this case in their place.</summary>
    public async Task<bool> MayNameAsync(Guid caseId, Actor actor, CancellationToken ct) =>
        actor.Has(Capability.IntakeOfficer)
        || await db.Set<NamedPerson>()
            .AnyAsync(n => n.CaseId == caseId && n.AccountId == actor.AccountId && n.StandsIn, ct);

    /// <summary>Whether somebody is named for the whole case.</summary>
    public Task<bool> IsNamedAsync(Guid caseId, Guid accountId, CancellationToken ct) =>
        db.Set<NamedPerson>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .AnyAsync(n => n.CaseId == caseId && n.AccountId == accountId && !n.AtPanel, ct);

    /// <summary>Whether somebody holds the case already, as intake officer or in their place.</summary>
    public Task<bool> HoldsAsync(Case found, Guid accountId, CancellationToken ct) =>
        db.Set<NamedPerson>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .AnyAsync(
                n =>
                    n.CaseId == found.Id
                    && n.AccountId == accountId
                    && (
                        n.StandsIn
                        || db.Set<CapabilityHolder>()
                            .Any(h =>
                                h.AccountId == accountId
                                && h.CouncilId == found.CouncilId
                                && h.Capability == Capability.IntakeOfficer
                            )
                    ),
                ct
            );

    /// <summary>Opens the case to somebody. Who was named for panel only may be named for the whole of it.</summary>
    public async Task AddAsync(
        Case found,
        Guid accountId,
        Actor actor,
        CancellationToken ct,
        bool standsIn = false,
        bool atPanel = false
    )
    {
        var earlier = await db.Set<NamedPerson>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .SingleOrDefaultAsync(n => n.CaseId == found.Id && n.AccountId == accountId, ct);
        var named = new NamedPerson
        {
            CouncilId = found.CouncilId,
            CaseId = found.Id,
            AccountId = accountId,
            NamedAt = clock.Now,
            NamedBy = actor.Name,
            StandsIn = standsIn,
            AtPanel = atPanel,
        };
        if (earlier is null)
            db.Add(named);
        else if (!atPanel && (earlier.AtPanel || standsIn))
            db.Entry(earlier).CurrentValues.SetValues(named);
        await clocks.SettleAsync(found.Id, ct);
    }

    /// <summary>Closes the case again to somebody who was named for a time.</summary>
    public async Task RemoveAsync(Guid caseId, Guid accountId, CancellationToken ct)
    {
        if (
            await db.Set<NamedPerson>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .SingleOrDefaultAsync(n => n.CaseId == caseId && n.AccountId == accountId, ct)
            is not { } named
        )
            return;
        db.Remove(named);
        await clocks.SettleAsync(caseId, ct);
    }

    /// <summary>Whoever covered sees a restricted case as before the cover: not at all, or at panel only.</summary>
    public async Task AfterCoverAsync(CoveredCase covered, Guid accountId, CancellationToken ct)
    {
        covered.BackOn = clock.Today;
        if (covered.WasAtPanel)
            await PanelOnlyAsync(covered.CaseId, accountId, ct);
        else if (covered.NamedForIt)
            await RemoveAsync(covered.CaseId, accountId, ct);
    }

    /// <summary>A case that could not go back after a cover has somebody else now, so whoever covered has done with it.</summary>
    public async Task PassOnAsync(Guid caseId, Guid accountId, Role role, CancellationToken ct)
    {
        var stayed = await (
            from k in db.Set<CoveredCase>()
            join c in db.Set<Cover>() on k.CoverId equals c.Id
            where k.CaseId == caseId && k.Stayed != null && k.BackOn == null
            where c.CoverId == accountId && c.Role == role
            select k
        ).ToListAsync(ct);
        foreach (var covered in stayed)
            await AfterCoverAsync(covered, accountId, ct);
    }

    private async Task PanelOnlyAsync(Guid caseId, Guid accountId, CancellationToken ct)
    {
        if (
            await db.Set<NamedPerson>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .SingleOrDefaultAsync(n => n.CaseId == caseId && n.AccountId == accountId, ct)
            is not { } named
        )
            return;
        db.Entry(named).Property(n => n.AtPanel).CurrentValue = true;
        await clocks.SettleAsync(caseId, ct);
    }

    /// <summary>Closes the case again to members of panel, all or all but these.</summary>
    public async Task EndPanelAsync(
        Guid caseId,
        CancellationToken ct,
        IReadOnlyList<Guid>? except = null
    )
    {
        var ended = await db.Set<NamedPerson>()
            .Where(n => n.CaseId == caseId && n.AtPanel)
            .ToListAsync(ct);
        ended.RemoveAll(n => except?.Contains(n.AccountId) == true);
        await ForgetPanelAsync(caseId, except, ct);
        if (ended.Count == 0)
            return;
        db.RemoveRange(ended);
        await clocks.SettleAsync(caseId, ct);
    }

    /// <summary>Whoever covers for a worker meanwhile does not get their place at panel back.</summary>
    private async Task ForgetPanelAsync(
        Guid caseId,
        IReadOnlyList<Guid>? except,
        CancellationToken ct
    )
    {
        var rows = await (
            from k in db.Set<CoveredCase>()
            join c in db.Set<Cover>() on k.CoverId equals c.Id
            where k.CaseId == caseId && k.WasAtPanel && k.BackOn == null
            select new { Row = k, By = c.CoverId }
        ).ToListAsync(ct);
        foreach (var covered in rows.Where(r => except?.Contains(r.By) != true))
            covered.Row.WasAtPanel = false;
    }

    private Task<bool> IsOwnAsync(Case found, Guid accountId, CancellationToken ct) =>
        (
            from l in db.Set<AccountLink>()
            join m in db.Set<Membership>() on l.PersonId equals m.PersonId
            where l.AccountId == accountId && m.HouseholdId == found.HouseholdId
            select l
        ).AnyAsync(ct);

    private async Task<IReadOnlyList<string>> MentionedAsync(Case found, CancellationToken ct)
    {
        var people = await (
            from m in db.Set<Membership>()
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where m.HouseholdId == found.HouseholdId
            select new
            {
                p.GivenName,
                p.FamilyName,
                p.Email,
            }
        ).ToListAsync(ct);
        return
        [
            .. people.SelectMany(p => new[] { $"{p.GivenName} {p.FamilyName}", p.Email ?? "" }),
            .. (found.Connections ?? "").Split('\n'),
        ];
    }
}
