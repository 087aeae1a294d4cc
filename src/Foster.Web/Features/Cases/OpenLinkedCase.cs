using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record OpenLinkedCaseInput(Guid CaseId, DateOnly OpenedOn);

/// <summary>
/// Opens a further case for the household of another one. Its people are rows of their own: each case is kept, corrected
/// and erased by itself. A restricted case leads to a restricted one. The caller saves.
/// </summary>
public sealed class OpenLinkedCase(
    FosterDb db,
    OpenCase open,
    RestrictCase restrict,
    CaseHistory history
)
{
    public async Task<Case> RunAsync(OpenLinkedCaseInput input, Actor actor, CancellationToken ct)
    {
        // What this act has only just added is in no query yet.
        await db.Set<Case>().Where(c => c.Id == input.CaseId).LoadAsync(ct);
        var from = db.Set<Case>().Local.Single(c => c.Id == input.CaseId);
        await db.Set<Membership>().Where(m => m.HouseholdId == from.HouseholdId).LoadAsync(ct);
        var members = db.Set<Membership>()
            .Local.Where(m => m.HouseholdId == from.HouseholdId && m.To is null)
            .OrderBy(m => m.Position)
            .ToList();
        var ids = members.ConvertAll(m => m.PersonId);
        await db.Set<Person>().Where(p => ids.Contains(p.Id)).LoadAsync(ct);
        await db.Set<Address>().Where(a => ids.Contains(a.PersonId) && a.To == null).LoadAsync(ct);
        var home = db.Set<Address>()
            .Local.FirstOrDefault(a => a.To is null && a.PersonId == ids[0]);
        var opened = await open.RunAsync(
            new(
                from.CouncilId,
                [.. members.Where(m => m.IsApplicant).Select(Copy)],
                [.. members.Where(m => !m.IsApplicant).Select(Copy)],
                home is null ? null : new NewAddress(home.Lines, home.Town, home.Postcode),
                input.OpenedOn
            )
            {
                PreviousCaseId = from.Id,
            },
            actor,
            ct
        );
        if (from.Restricted)
            await restrict.RunAsync(
                new(
                    opened.Case,
                    $"Linked with {from.Reference}, which is restricted",
                    (from.Connections ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                ),
                actor,
                ct
            );
        await history.WriteAsync(
            actor,
            opened.Case.Id,
            new HistoryNote("case.linked", $"Goes on from the case {from.Reference}")
            {
                OccurredOn = input.OpenedOn,
            },
            ct
        );
        return opened.Case;
    }

    private NewPerson Copy(Membership member)
    {
        var person = db.Set<Person>().Local.Single(p => p.Id == member.PersonId);
        return new NewPerson(
            person.GivenName,
            person.FamilyName,
            person.DateOfBirth,
            person.Email,
            person.Telephone,
            member.Relationship
        );
    }
}
