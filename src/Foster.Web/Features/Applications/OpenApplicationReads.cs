using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Whether somebody applies already: nobody has two open applications (R-VAL-09).</summary>
public sealed class OpenApplicationReads(FosterDb db)
{
    /// <summary>The same person, or somebody of the same name and date of birth.</summary>
    public async Task<bool> AnyOfAsync(IReadOnlyList<CasePerson> people, CancellationToken ct)
    {
        var ids = people.Select(p => p.PersonId).ToList();
        var names = people.Select(p => Person.Fold(p.FullName)).ToList();
        var alike = await (
            from part in db.Set<ApplicantPart>()
            join a in db.Set<Application>() on part.ApplicationId equals a.Id
            join p in db.Set<Person>() on part.PersonId equals p.Id
            where ApplicationMachine.Open.Contains(a.State)
            where ids.Contains(p.Id) || names.Contains(p.SearchName)
            select new
            {
                p.Id,
                p.SearchName,
                p.DateOfBirth,
            }
        ).ToListAsync(ct);
        return alike.Exists(a =>
            people.Any(p =>
                p.PersonId == a.Id
                || (
                    p.DateOfBirth is not null
                    && p.DateOfBirth == a.DateOfBirth
                    && Person.Fold(p.FullName) == a.SearchName
                )
            )
        );
    }
}
