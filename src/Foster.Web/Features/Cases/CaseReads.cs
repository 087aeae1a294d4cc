using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>One of the people of a case.</summary>
public sealed record CasePerson(
    Guid PersonId,
    string GivenName,
    string FamilyName,
    DateOnly? DateOfBirth,
    string? Email,
    string? Telephone,
    bool IsApplicant,
    int Position,
    string Relationship
)
{
    public string FullName => $"{GivenName} {FamilyName}";

    /// <summary>Age on a day; null while the date of birth is not known.</summary>
    public int? AgeOn(DateOnly day) =>
        DateOfBirth is { } born
            ? day.Year - born.Year - (born.AddYears(day.Year - born.Year) > day ? 1 : 0)
            : null;
}

/// <summary>A worker who holds a case.</summary>
public sealed record CaseWorker(
    Guid AccountId,
    string Name,
    Foundation.Actors.Role Role,
    string Telephone
);

/// <summary>What other features ask of a case. Everything is inside the reader's scope.</summary>
public sealed class CaseReads(FosterDb db)
{
    /// <summary>The case; null where it is out of reach or does not exist.</summary>
    public Task<Case?> FindAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Case>().SingleOrDefaultAsync(c => c.Id == caseId, ct);

    /// <summary>Everybody who lives in the household now, the applicants first.</summary>
    public async Task<IReadOnlyList<CasePerson>> PeopleAsync(Guid caseId, CancellationToken ct) =>
        await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where c.Id == caseId && m.To == null
            orderby m.Position
            select new CasePerson(
                p.Id,
                p.GivenName,
                p.FamilyName,
                p.DateOfBirth,
                p.Email,
                p.Telephone,
                m.IsApplicant,
                m.Position,
                m.Relationship
            )
        ).ToListAsync(ct);

    /// <summary>The one or two applicants, the main one first.</summary>
    public async Task<IReadOnlyList<CasePerson>> ApplicantsAsync(
        Guid caseId,
        CancellationToken ct
    ) => [.. (await PeopleAsync(caseId, ct)).Where(p => p.IsApplicant)];

    /// <summary>Who holds the case now.</summary>
    public async Task<IReadOnlyList<CaseWorker>> WorkersAsync(Guid caseId, CancellationToken ct) =>
        await (
            from a in db.Set<Allocation>()
            join u in db.Set<Account>() on a.AccountId equals u.Id
            join w in db.Set<WorkerProfile>() on a.AccountId equals w.AccountId into profiles
            from w in profiles.DefaultIfEmpty()
            where a.CaseId == caseId && a.To == null
            select new CaseWorker(a.AccountId, u.DisplayName, a.Role, w == null ? "" : w.Telephone)
        ).ToListAsync(ct);

    /// <summary>Who was named for a restricted case, by name.</summary>
    public async Task<IReadOnlyList<string>> NamedAsync(Guid caseId, CancellationToken ct) =>
        await (
            from n in db.Set<NamedPerson>()
            join a in db.Set<Account>() on n.AccountId equals a.Id
            where n.CaseId == caseId
            orderby a.DisplayName
            select a.DisplayName
        ).ToListAsync(ct);

    /// <summary>The account with which a person signs in; null where they have none.</summary>
    public Task<Guid?> AccountOfAsync(Guid personId, CancellationToken ct) =>
        db.Set<AccountLink>()
            .Where(l => l.PersonId == personId)
            .Select(l => (Guid?)l.AccountId)
            .FirstOrDefaultAsync(ct);
}
