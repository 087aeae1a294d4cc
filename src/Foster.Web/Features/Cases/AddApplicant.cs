using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record AddApplicantInput(Guid CaseId, NewPerson Person, DateOnly On);

/// <summary>
/// Makes a second applicant of a household that has one: somebody new, or who lives there already under that name. The
/// calling operation writes the history and saves.
/// </summary>
public sealed class AddApplicant(FosterDb db, MatchKeys keys)
{
    public async Task<Result<Person>> RunAsync(
        AddApplicantInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var household = await db.Set<Case>()
            .Where(c => c.Id == input.CaseId && c.CouncilId == actor.CouncilId)
            .Select(c => (Guid?)c.HouseholdId)
            .SingleOrDefaultAsync(ct);
        if (household is not { } householdId)
            return Result<Person>.Refused("This case is not open to you.");
        var members = await (
            from m in db.Set<Membership>()
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where m.HouseholdId == householdId && m.To == null
            orderby m.Position
            select new { Membership = m, Person = p }
        ).ToListAsync(ct);
        var applicants = members.Where(m => m.Membership.IsApplicant).ToList();
        if (applicants.Count != 1)
            return Result<Person>.Refused("One or two people apply together.", "R-VAL-01");
        var name = Person.Fold($"{input.Person.GivenName} {input.Person.FamilyName}");
        if (applicants[0].Person.SearchName == name)
            return Result<Person>.Refused(
                "This is the applicant themselves.",
                "R-VAL-01",
                "given-name"
            );
        var there = members.FirstOrDefault(m =>
            !m.Membership.IsApplicant && m.Person.SearchName == name
        );
        // Second place is the partner's: everybody else moves on by one.
        foreach (var other in members.Where(m => !m.Membership.IsApplicant && m != there))
            other.Membership.Position++;
        if (there is not null)
        {
            (there.Membership.IsApplicant, there.Membership.Position) = (true, 2);
            there.Membership.Relationship = "";
            there.Person.DateOfBirth = input.Person.DateOfBirth ?? there.Person.DateOfBirth;
            there.Person.Email = input.Person.Email;
            there.Person.Telephone = input.Person.Telephone;
            await keys.KeepAsync(there.Person.Id, ct);
            return there.Person;
        }
        var person = new Person
        {
            CouncilId = actor.CouncilId,
            GivenName = input.Person.GivenName,
            FamilyName = input.Person.FamilyName,
            DateOfBirth = input.Person.DateOfBirth,
            Email = input.Person.Email,
            Telephone = input.Person.Telephone,
        };
        db.Add(person);
        db.Add(
            new Membership
            {
                CouncilId = actor.CouncilId,
                HouseholdId = householdId,
                PersonId = person.Id,
                IsApplicant = true,
                Position = 2,
                From = input.On,
            }
        );
        await ShareAddressAsync(applicants[0].Person.Id, person, ct);
        await keys.KeepAsync(person.Id, ct);
        return person;
    }

    /// <summary>They live together; the partner says themselves since when.</summary>
    private async Task ShareAddressAsync(Guid mainId, Person person, CancellationToken ct)
    {
        var home = await db.Set<Address>()
            .Where(a => a.PersonId == mainId && a.To == null)
            .OrderByDescending(a => a.From)
            .FirstOrDefaultAsync(ct);
        if (home is not null)
            db.Add(
                new Address
                {
                    CouncilId = person.CouncilId,
                    PersonId = person.Id,
                    Lines = home.Lines,
                    Town = home.Town,
                    Postcode = home.Postcode,
                }
            );
    }
}
