using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers.Demo;

/// <summary>The people of one council who take a made-up household along the road.</summary>
/// <param name="Intake">The officer who holds restricted enquiries; the first recruitment officer where there is none.</param>
public sealed record DemoStaff(
    Guid CouncilId,
    string PrivacyNoticeVersion,
    IReadOnlyDictionary<Role, IReadOnlyList<Guid>> Accounts,
    Guid? Intake
)
{
    public Guid First(Role role) =>
        Accounts.TryGetValue(role, out var held)
            ? held[0]
            : throw new InvalidOperationException($"Nobody holds the role {role}.");

    /// <summary>Chair and members of panel, the chair first.</summary>
    public IEnumerable<(Guid Account, Role Role)> Panel =>
        ((Role[])[Role.PanelChair, Role.PanelMember]).SelectMany(role =>
            Accounts.GetValueOrDefault(role, []).Select(account => (account, role))
        );

    public static async Task<DemoStaff> OfAsync(
        IServiceScopeFactory scopes,
        string councilCode,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == councilCode, ct);
        var held = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == council.Id && Roles.Staff.Contains(r.Role)
            orderby a.UserName
            select new { a.Id, r.Role }
        ).ToListAsync(ct);
        var intake = await db.Set<CapabilityHolder>()
            .Where(h => h.CouncilId == council.Id && h.Capability == Capability.IntakeOfficer)
            .Select(h => (Guid?)h.AccountId)
            .FirstOrDefaultAsync(ct);
        var officers = held.Where(h => h.Role == Role.RecruitmentOfficer && h.Id != intake);
        return new DemoStaff(
            council.Id,
            council.PrivacyNoticeVersion,
            held.Where(h => h.Role != Role.RecruitmentOfficer)
                .Concat(officers)
                .GroupBy(h => h.Role)
                .ToDictionary(g => g.Key, IReadOnlyList<Guid> (g) => [.. g.Select(h => h.Id)]),
            intake
        );
    }
}
