using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="StaysAtHome">They go on living in the household, as the partner of whoever is left.</param>
/// <param name="PersonId">Who of the two; null for the second.</param>
public sealed record RemoveApplicantInput(
    Guid CaseId,
    bool StaysAtHome,
    DateOnly On,
    Guid? PersonId = null
);

/// <summary>
/// Leaves one applicant of two, in the first place: the other is only somebody who lives there from now on, or no longer
/// does. The calling operation writes the history and saves.
/// </summary>
public sealed class RemoveApplicant(FosterDb db)
{
    public const string Partner = "Partner";

    public async Task<Result<Person>> RunAsync(
        RemoveApplicantInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var applicants = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where c.Id == input.CaseId && c.CouncilId == actor.CouncilId
            where m.IsApplicant && m.To == null
            orderby m.Position
            select new { Membership = m, Person = p }
        ).ToListAsync(ct);
        if (applicants is not [var first, var second])
            return Result<Person>.Refused("There is no second applicant.", "R-VAL-01");
        var who = input.PersonId is { } id ? applicants.Find(a => a.Person.Id == id) : second;
        if (who is null)
            return Result<Person>.Refused("Select one of the two applicants.", "R-VAL-01", "who");
        if (who == first)
            (first.Membership.Position, second.Membership.Position) = (
                second.Membership.Position,
                first.Membership.Position
            );
        who.Membership.IsApplicant = false;
        who.Membership.Relationship = Partner;
        if (!input.StaysAtHome)
            who.Membership.To = input.On;
        return who.Person;
    }
}
