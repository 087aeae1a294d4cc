using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

/// <summary>A duty beside the roles and who holds it.</summary>
/// <param name="Missing">What is missing; null when enough people hold it.</param>
public sealed record DutyHolders(string Duty, IReadOnlyList<string> Names, string? Missing);

/// <summary>How many accounts can act in a role, and how many are disabled.</summary>
public sealed record RoleCount(Role Role, int Active, int Disabled);

/// <summary>What administrators see of their own council. No case is among it (R-SOD-07).</summary>
public sealed class AdminReads(FosterDb db)
{
    /// <summary>Two intake officers hold restricted enquiries, so that one of them is never alone with their own.</summary>
    private const int IntakeOfficers = 2;

    public async Task<IReadOnlyList<DutyHolders>> DutiesAsync(Actor actor, CancellationToken ct)
    {
        var held = await (
            from h in db.Set<CapabilityHolder>()
            join a in db.Set<Account>() on h.AccountId equals a.Id
            where h.CouncilId == actor.CouncilId && !a.IsDisabled
            orderby a.DisplayName
            select new { h.Capability, a.DisplayName }
        ).ToListAsync(ct);
        return
        [
            .. Enum.GetValues<Capability>()
                .Select(duty =>
                {
                    var names = held.Where(h => h.Capability == duty)
                        .Select(h => h.DisplayName)
                        .ToList();
                    return new DutyHolders(Words(duty), names, Missing(duty, names.Count));
                }),
        ];
    }

    public async Task<IReadOnlyList<RoleCount>> AccountsAsync(Actor actor, CancellationToken ct)
    {
        var counts = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == actor.CouncilId
            group a by new { r.Role, a.IsDisabled } into g
            select new
            {
                g.Key.Role,
                g.Key.IsDisabled,
                Count = g.Count(),
            }
        ).ToListAsync(ct);
        return
        [
            .. counts
                .GroupBy(c => c.Role)
                .OrderBy(g => g.Key)
                .Select(g => new RoleCount(
                    g.Key,
                    g.Where(c => !c.IsDisabled).Sum(c => c.Count),
                    g.Where(c => c.IsDisabled).Sum(c => c.Count)
                )),
        ];
    }

    private static string? Missing(Capability duty, int holders) =>
        (duty, holders) switch
        {
            (Capability.IntakeOfficer, 0) =>
                "Nobody. Two are needed: without them nobody sees a restricted enquiry.",
            (Capability.IntakeOfficer, < IntakeOfficers) =>
                "One more is needed: nobody may hold an enquiry about themselves.",
            (_, 0) => "Nobody holds this duty.",
            _ => null,
        };

    private static string Words(Capability duty) =>
        duty switch
        {
            Capability.IntakeOfficer => "Intake officer",
            Capability.ServiceManager => "Service manager",
            Capability.HeadOfService => "Head of service",
            Capability.NominatedOfficer => "Nominated officer for temporary approvals",
            Capability.RecordsOfficer => "Records and data protection officer",
            _ => "Complaints manager",
        };
}
