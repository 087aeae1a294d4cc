using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="PersonId">Null adds somebody; else who is corrected.</param>
/// <param name="Leaves">Set where the person no longer belongs to the household from <c>On</c>.</param>
public sealed record ChangeHouseholdInput(
    Guid CaseId,
    Guid? PersonId,
    string GivenName,
    string FamilyName,
    DateOnly? DateOfBirth,
    string Relationship,
    DateOnly On,
    bool Leaves = false
);

/// <summary>
/// Adds, corrects or takes out somebody who lives with the applicants. The applicants themselves are not touched. The
/// calling operation writes the history and saves.
/// </summary>
public sealed class ChangeHousehold(FosterDb db)
{
    public async Task<Result> RunAsync(
        ChangeHouseholdInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var household = await db.Set<Case>()
            .Where(c => c.Id == input.CaseId && c.CouncilId == actor.CouncilId)
            .Select(c => (Guid?)c.HouseholdId)
            .SingleOrDefaultAsync(ct);
        if (household is not { } householdId)
            return Result.Refused("This case is not open to you.");
        var members = await db.Set<Membership>()
            .Where(m => m.HouseholdId == householdId && m.To == null)
            .ToListAsync(ct);
        if (input.PersonId is not { } personId)
        {
            Add(input, actor, householdId, members.Max(m => m.Position) + 1);
            return Result.Done;
        }
        if (members.Find(m => m.PersonId == personId && !m.IsApplicant) is not { } member)
            return Result.Refused("This person is not part of the household.");
        if (input.Leaves)
        {
            member.To = input.On;
            return Result.Done;
        }
        var person = await db.Set<Person>().SingleAsync(p => p.Id == personId, ct);
        person.GivenName = input.GivenName;
        person.FamilyName = input.FamilyName;
        person.DateOfBirth = input.DateOfBirth;
        member.Relationship = input.Relationship;
        return Result.Done;
    }

    private void Add(ChangeHouseholdInput input, Actor actor, Guid householdId, int position)
    {
        var person = new Person
        {
            CouncilId = actor.CouncilId,
            GivenName = input.GivenName,
            FamilyName = input.FamilyName,
            DateOfBirth = input.DateOfBirth,
        };
        db.Add(person);
        db.Add(
            new Membership
            {
                CouncilId = actor.CouncilId,
                HouseholdId = householdId,
                PersonId = person.Id,
                IsApplicant = false,
                Position = position,
                Relationship = input.Relationship,
                From = input.On,
            }
        );
    }
}
