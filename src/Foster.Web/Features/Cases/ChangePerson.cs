using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record ChangePersonInput(
    Guid CaseId,
    Guid PersonId,
    string GivenName,
    string FamilyName,
    DateOnly? DateOfBirth,
    string? Email,
    string? Telephone
);

/// <summary>Corrects who somebody of a case's household is. The calling operation writes the history and saves.</summary>
public sealed class ChangePerson(FosterDb db, MatchKeys keys)
{
    public async Task<Result> RunAsync(ChangePersonInput input, Actor actor, CancellationToken ct)
    {
        var person = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where
                c.Id == input.CaseId
                && c.CouncilId == actor.CouncilId
                && p.Id == input.PersonId
                && m.To == null
            select p
        ).SingleOrDefaultAsync(ct);
        if (person is null)
            return Result.Refused("This person is not part of the case.");
        person.GivenName = input.GivenName;
        person.FamilyName = input.FamilyName;
        person.DateOfBirth = input.DateOfBirth;
        person.Email = input.Email;
        person.Telephone = input.Telephone;
        await keys.KeepAsync(person.Id, ct);
        return Result.Done;
    }
}
