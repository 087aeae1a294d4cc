using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>
/// Keeps what applicants type and have not saved, each for themselves alone. Nothing of it is checked, nothing follows
/// from it, and it leaves no trace in the history: somebody is still thinking.
/// </summary>
public sealed class TypedForms(FosterDb db, LondonClock clock)
{
    public Task<TypedForm?> FindAsync(
        Guid caseId,
        Guid personId,
        string page,
        CancellationToken ct
    ) =>
        db.Set<TypedForm>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                t => t.CaseId == caseId && t.PersonId == personId && t.Page == page,
                ct
            );

    /// <summary>Those of the pages whose names begin alike, such as addresses/.</summary>
    public async Task<IReadOnlyList<TypedForm>> UnderAsync(
        Guid caseId,
        Guid personId,
        string under,
        CancellationToken ct
    ) =>
        await db.Set<TypedForm>()
            .AsNoTracking()
            .Where(t => t.CaseId == caseId && t.PersonId == personId && t.Page.StartsWith(under))
            .OrderBy(t => t.Page)
            .ToListAsync(ct);

    /// <param name="shared">Both applicants fill it in, so it closes when the first has sent.</param>
    /// <param name="seen">What the record said when they began.</param>
    public async Task<Result> KeepAsync(
        string page,
        bool shared,
        string answers,
        string seen,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = await db.OpenPartAsync(actor, ct, shared);
        if (!found.Ok)
            return found;
        var part = found.Value.Part;
        if (answers.Length > TypedForm.Longest)
            return Result.Refused("This is too long to be kept. Shorten the longest answer.");
        var typed = await db.Set<TypedForm>()
            .SingleOrDefaultAsync(
                t => t.CaseId == part.CaseId && t.PersonId == part.PersonId && t.Page == page,
                ct
            );
        if (typed is null)
            db.Add(
                typed = new TypedForm
                {
                    CouncilId = part.CouncilId,
                    CaseId = part.CaseId,
                    PersonId = part.PersonId,
                    Page = page,
                }
            );
        typed.Keep(answers, seen, clock.Now);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>It is saved now, or thrown away by whoever typed it.</summary>
    public async Task ForgetAsync(string page, Actor actor, CancellationToken ct)
    {
        // At once and whatever is being kept at this moment: there may be nothing left to delete.
        if (actor.PersonId is { } person)
            await db.Set<TypedForm>()
                .Where(t => t.PersonId == person && t.Page == page)
                .ExecuteDeleteAsync(ct);
    }

    /// <summary>What the page was about is gone, for everybody of the case. The operation saves.</summary>
    public async Task DropOfCaseAsync(Guid caseId, string page, CancellationToken ct) =>
        db.RemoveRange(
            await db.Set<TypedForm>()
                .Where(t => t.CaseId == caseId && t.Page == page)
                .ToListAsync(ct)
        );

    /// <summary>The same as part of an operation, which saves.</summary>
    /// <param name="page">Null for every page.</param>
    public async Task DropAsync(Guid personId, string? page, CancellationToken ct) =>
        db.RemoveRange(
            await db.Set<TypedForm>()
                .Where(t => t.PersonId == personId && (page == null || t.Page == page))
                .ToListAsync(ct)
        );
}
