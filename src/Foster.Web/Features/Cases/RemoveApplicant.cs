using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <param name="StaysAtHome">They go on living in the household, as the partner of whoever is left.</param>
public sealed record RemoveApplicantInput(Guid CaseId, bool StaysAtHome, DateOnly On);

/// <summary>
/// Leaves one applicant of two: the second is only somebody who lives there from now on, or no longer does. The calling
/// operation writes the history and saves.
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
        if (applicants is not [_, var second])
            return Result<Person>.Refused("There is no second applicant.", "R-VAL-01");
        second.Membership.IsApplicant = false;
        second.Membership.Relationship = Partner;
        if (!input.StaysAtHome)
            second.Membership.To = input.On;
        return second.Person;
    }
}
