using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>
/// Keeps the clocks of restricted cases with people who see them: a clock stays with its role while somebody of it is
/// named, and is the intake officers' otherwise (R-ENQ-13, R-SOD-08).
/// </summary>
public sealed class RestrictedClocks(FosterDb db) : IClockHolder
{
    /// <summary>What stands in place of a role.</summary>
    public const string Intake = nameof(Capability.IntakeOfficer);

    private static readonly Role[] ByAllocation = [Role.Assessor, Role.SupervisingSocialWorker];

    public async Task<string?> InsteadOfAsync(Guid caseId, Role meant, CancellationToken ct)
    {
        if (!meant.IsStaff() || !await IsRestrictedAsync(caseId, ct))
            return null;
        return (await SeeingAsync(caseId, ct)).Contains(meant) ? null : Intake;
    }

    /// <summary>Gives every open clock of a case to whoever sees it now; after somebody was named, or no longer is. The caller saves.</summary>
    public async Task SettleAsync(Guid caseId, CancellationToken ct)
    {
        await db.Set<Deadline>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(d => d.CaseId == caseId && d.Status == DeadlineStatus.Open)
            .LoadAsync(ct);
        var seeing = await SeeingAsync(caseId, ct);
        foreach (
            var deadline in db.Set<Deadline>()
                .Local.Where(d => d.CaseId == caseId && d.Status == DeadlineStatus.Open)
        )
            if (Enum.TryParse<Role>(deadline.MeantFor, out var meant) && meant.IsStaff())
                deadline.PassTo(seeing.Contains(meant) ? deadline.MeantFor : Intake);
    }

    private async Task<bool> IsRestrictedAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Case>().Local.FindEntry(caseId)?.Entity.Restricted
        ?? await db.Set<Case>().AnyAsync(c => c.Id == caseId && c.Restricted, ct);

    /// <summary>The roles in which somebody sees the case, with what this act has changed so far.</summary>
    private async Task<IReadOnlySet<Role>> SeeingAsync(Guid caseId, CancellationToken ct)
    {
        await db.Set<NamedPerson>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(n => n.CaseId == caseId)
            .LoadAsync(ct);
        await db.Set<Allocation>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(a => a.CaseId == caseId && a.To == null)
            .LoadAsync(ct);
        var named = db.Set<NamedPerson>().Local.Where(n => n.CaseId == caseId).ToList();
        var accounts = named.Select(n => n.AccountId).ToList();
        var held = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where
                accounts.Contains(r.AccountId)
                && db.Scope.Councils.Contains(r.CouncilId)
                && !a.IsDisabled
            select new { r.AccountId, r.Role }
        ).ToListAsync(ct);
        return held.Where(h =>
                h.Role is Role.PanelMember or Role.PanelChair
                || (
                    named.Any(n => n.AccountId == h.AccountId && !n.AtPanel)
                    && (!ByAllocation.Contains(h.Role) || Holds(caseId, h.AccountId, h.Role))
                )
            )
            .Select(h => h.Role)
            .ToHashSet();
    }

    private bool Holds(Guid caseId, Guid accountId, Role role) =>
        db.Set<Allocation>()
            .Local.Any(a =>
                a.CaseId == caseId && a.AccountId == accountId && a.Role == role && a.To is null
            );
}
