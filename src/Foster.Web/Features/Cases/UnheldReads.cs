using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>A restricted case with too few people to hold it: nothing but its reference and its dates.</summary>
public sealed record UnheldCase(Guid CaseId, string Reference, DateOnly OpenedOn, DateOnly? DueOn);

/// <summary>
/// Restricted cases that fewer than two people hold, for administrators, who see no more of them than the reference,
/// the day and the next date (R-SOD-07, R-SOD-08).
/// </summary>
public sealed class UnheldReads(FosterDb db, StaffListReads staff)
{
    public const int PageSize = 25;

    /// <summary>So many hold a restricted case, that it never stands still.</summary>
    private const int Holders = 2;

    /// <summary>Roles that see the whole council and so can hold a case in an intake officer's place.</summary>
    private static readonly Role[] Holding = [Role.RecruitmentOfficer, Role.TeamManager];

    /// <summary>The oldest first.</summary>
    public async Task<ListPage<UnheldCase>> PageAsync(string? after, CancellationToken ct)
    {
        var cases = Unheld();
        if (ListCursor.Read(after) is { } start)
            cases = cases.Where(c =>
                c.OpenedOn > start.On || (c.OpenedOn == start.On && c.Id.CompareTo(start.Id) > 0)
            );
        var rows = await Shown(cases.OrderBy(c => c.OpenedOn).ThenBy(c => c.Id))
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return new ListPage<UnheldCase>(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? ListCursor.Write(rows[PageSize - 1].OpenedOn, rows[PageSize - 1].CaseId)
                : null
        );
    }

    public Task<int> CountAsync(CancellationToken ct) => Unheld().CountAsync(ct);

    /// <summary>One of them; null for every other case.</summary>
    public Task<UnheldCase?> FindAsync(Guid caseId, CancellationToken ct) =>
        Shown(Unheld().Where(c => c.Id == caseId)).SingleOrDefaultAsync(ct);

    /// <summary>
    /// Everybody who could hold one of them, the connected ones among them: who is left out would say whom a case is about.
    /// </summary>
    public async Task<IReadOnlyList<StaffMember>> EligibleAsync(
        Actor actor,
        CancellationToken ct
    ) =>
        [
            .. (await staff.AllAsync(actor.CouncilId, ct)).Where(s =>
                s.AccountId != actor.AccountId && s.Roles.Any(Holding.Contains)
            ),
        ];

    /// <summary>What is left out here is left out of the whole question, the inner ones too.</summary>
    private IQueryable<Case> Unheld() =>
        db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.Restricted && c.ClosedOn == null)
            .Where(c =>
                (
                    from n in db.Set<NamedPerson>()
                    join a in db.Set<Account>() on n.AccountId equals a.Id
                    where
                        n.CaseId == c.Id
                        && !a.IsDisabled
                        && (
                            n.StandsIn
                            || db.Set<CapabilityHolder>()
                                .Any(h =>
                                    h.AccountId == a.Id
                                    && h.CouncilId == c.CouncilId
                                    && h.Capability == Capability.IntakeOfficer
                                )
                        )
                    select n.AccountId
                ).Count() < Holders
            );

    private IQueryable<UnheldCase> Shown(IQueryable<Case> cases) =>
        cases.Select(c => new UnheldCase(
            c.Id,
            c.Reference,
            c.OpenedOn,
            db.Set<Deadline>()
                .Where(d => d.CaseId == c.Id && d.Status == DeadlineStatus.Open)
                .Min(d => (DateOnly?)d.DueOn)
        ));
}
