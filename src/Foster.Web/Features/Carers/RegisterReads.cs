using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

/// <param name="Words">Part of a name, or a reference.</param>
/// <param name="After">The approval after which the page begins.</param>
public sealed record RegisterFilter(
    ApprovalState? State,
    Guid? Supervisor,
    string? Words,
    Guid? After
);

/// <summary>A carer in the list of the register.</summary>
public sealed record RegisterLine(
    Guid ApprovalId,
    Guid CaseId,
    string Reference,
    string Name,
    ApprovalState State,
    DateOnly ApprovedOn,
    string? Supervisor,
    DateOnly? ReviewBy
);

/// <summary>Somebody who may be named as supervising social worker.</summary>
public sealed record SupervisorChoice(Guid AccountId, string Name, int Households);

/// <summary>What the staff read of the register. Everything is inside the reader's scope.</summary>
public sealed class RegisterReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>One page of the register by name, and one line more where there are further ones.</summary>
    public async Task<IReadOnlyList<RegisterLine>> ListAsync(
        RegisterFilter filter,
        CancellationToken ct
    )
    {
        var lines =
            from a in db.Set<CarerApproval>()
            join p in db.Set<Person>() on a.PersonId equals p.Id
            join c in db.Set<Case>() on a.CaseId equals c.Id
            select new
            {
                a,
                p,
                c,
            };
        if (filter.State is { } state)
            lines = lines.Where(l => l.a.State == state);
        if (filter.Supervisor is { } supervisor)
            lines = lines.Where(l =>
                db.Set<Allocation>()
                    .Any(h =>
                        h.CaseId == l.c.Id
                        && h.AccountId == supervisor
                        && h.Role == Role.SupervisingSocialWorker
                        && h.To == null
                    )
            );
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var name = Person.Fold(filter.Words);
            var reference = filter.Words.Trim().ToUpperInvariant();
            lines = lines.Where(l =>
                l.p.SearchName.Contains(name) || l.c.Reference.StartsWith(reference)
            );
        }
        if (
            filter.After is { } after
            && await (
                from a in db.Set<CarerApproval>()
                join p in db.Set<Person>() on a.PersonId equals p.Id
                where a.Id == after
                select p.SearchName
            ).SingleOrDefaultAsync(ct)
                is { } last
        )
            lines = lines.Where(l =>
                l.p.SearchName.CompareTo(last) > 0
                || (l.p.SearchName == last && l.a.Id.CompareTo(after) > 0)
            );
        return await lines
            .OrderBy(l => l.p.SearchName)
            .ThenBy(l => l.a.Id)
            .Take(PageSize + 1)
            .Select(l => new RegisterLine(
                l.a.Id,
                l.c.Id,
                l.c.Reference,
                l.p.GivenName + " " + l.p.FamilyName,
                l.a.State,
                l.a.ApprovedOn,
                (
                    from h in db.Set<Allocation>()
                    join u in db.Set<Account>() on h.AccountId equals u.Id
                    where
                        h.CaseId == l.c.Id && h.Role == Role.SupervisingSocialWorker && h.To == null
                    select u.DisplayName
                ).FirstOrDefault(),
                db.Set<Deadline>()
                    .Where(d =>
                        d.CaseId == l.c.Id
                        && d.LineKey == DeadlineRules.FirstReviewMeeting.Key
                        && d.Status == DeadlineStatus.Open
                    )
                    .Select(d => (DateOnly?)d.DueOn)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
    }

    /// <summary>The supervising social workers of the council with the number of households they hold in sight.</summary>
    public async Task<IReadOnlyList<SupervisorChoice>> SupervisorsAsync(
        Guid councilId,
        CancellationToken ct
    ) =>
        await (
            from r in db.Set<RoleAssignment>()
            join u in db.Set<Account>() on r.AccountId equals u.Id
            where
                r.CouncilId == councilId && r.Role == Role.SupervisingSocialWorker && !u.IsDisabled
            orderby u.DisplayName, u.Id
            select new SupervisorChoice(
                u.Id,
                u.DisplayName,
                db.Set<Allocation>()
                    .Count(h =>
                        h.AccountId == u.Id
                        && h.Role == Role.SupervisingSocialWorker
                        && h.To == null
                    )
            )
        ).ToListAsync(ct);

    /// <summary>Every row of a household, the newest first.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await db.Set<RegisterEntry>()
            .AsNoTracking()
            .Where(r => r.CaseId == caseId)
            .OrderByDescending(r => r.Id)
            .ToListAsync(ct);
}
