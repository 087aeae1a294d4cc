using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Applicants and carers reach the cases of their own household.</summary>
public sealed class OwnCases(FosterDb db) : ICaseReach
{
    public async Task<IReadOnlyList<Guid>> ForAsync(Actor actor, CancellationToken ct) =>
        actor.PersonId is { } person && actor.Is(Role.ProspectiveCarer, Role.ApprovedCarer)
            ? await db.CasesOfPerson(actor.CouncilId, person).ToListAsync(ct)
            : [];
}

/// <summary>Assessors and supervising social workers reach the cases they hold.</summary>
public sealed class AllocatedCases(FosterDb db) : ICaseReach
{
    public async Task<IReadOnlyList<Guid>> ForAsync(Actor actor, CancellationToken ct) =>
        actor.Is(Role.Assessor, Role.SupervisingSocialWorker)
            ? await db.Set<Allocation>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .Where(a => a.AccountId == actor.AccountId && a.Role == actor.Role && a.To == null)
                .Select(a => a.CaseId)
                .ToListAsync(ct)
            : [];
}

/// <summary>Restricted cases are hidden from whoever is not named, and everybody's own record from them as staff.</summary>
public sealed class RestrictedCases(FosterDb db) : ICaseVeil
{
    public async Task<IReadOnlyList<Guid>> HiddenFromAsync(Actor actor, CancellationToken ct)
    {
        if (!actor.Role.IsStaff())
            return [];
        var atPanel = actor.Is(Role.PanelMember, Role.PanelChair);
        // Who is named for panel only sees the case as its member and in no other role.
        var named = db.Set<NamedPerson>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(n => n.AccountId == actor.AccountId && (!n.AtPanel || atPanel))
            .Select(n => n.CaseId);
        var hidden = await db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.Restricted && !named.Contains(c.Id))
            .Select(c => c.Id)
            .ToListAsync(ct);
        if (actor.PersonId is { } person)
            hidden.AddRange(await db.CasesOfPerson(actor.CouncilId, person).ToListAsync(ct));
        return hidden;
    }
}

/// <summary>The person on record behind an account.</summary>
public sealed class PersonOfAccount(FosterDb db) : IPersonOfAccount
{
    public Task<Guid?> FindAsync(Guid accountId, Guid councilId, CancellationToken ct) =>
        db.Set<AccountLink>()
            .Where(l => l.AccountId == accountId && l.CouncilId == councilId)
            .Select(l => (Guid?)l.PersonId)
            .FirstOrDefaultAsync(ct);
}

/// <summary>The case behind an address, for the access log: it has to know of those that are kept from the reader.</summary>
public sealed class CaseConcerns(FosterDb db) : ICaseConcerns
{
    public Task<CaseConcern?> FindAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.Id == caseId)
            .Select(c => new CaseConcern(c.Id, c.Restricted, c.Reference))
            .SingleOrDefaultAsync(ct);
}

/// <summary>The case of a letter, for the access log.</summary>
public sealed class CaseOfLetter(FosterDb db) : ICaseOfRecord
{
    public string Parameter => "letterId";

    public Task<Guid?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<Letter>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(l => l.Id == id)
            .Select(l => (Guid?)l.CaseId)
            .SingleOrDefaultAsync(ct);
}

internal static class CasesOf
{
    /// <summary>The cases of the households in which a person applies or is approved; asked before the reach is known.</summary>
    public static IQueryable<Guid> CasesOfPerson(this FosterDb db, Guid councilId, Guid personId) =>
        from m in db.Set<Membership>()
        join c in db.Set<Case>().IgnoreQueryFilters([FosterDb.CaseFilter])
            on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
        where m.CouncilId == councilId && m.PersonId == personId && m.IsApplicant
        select c.Id;
}
