using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>
/// Whether somebody applies already: nobody has two open applications (R-VAL-09). It looks at every case of the council,
/// whoever asks, and answers with yes or no alone.
/// </summary>
public sealed class OpenApplicationReads(FosterDb db, CaseReads cases) : IInvitationGuard
{
    /// <summary>Before the letter of invitation, so that nobody is sent one that leads nowhere.</summary>
    public async Task<IReadOnlyList<Refusal>> AgainstAsync(Guid caseId, CancellationToken ct) =>
        await AnyOfAsync(await cases.ApplicantsAsync(caseId, ct), ct)
            ?
            [
                new Refusal(
                    "Somebody of this name and date of birth has an open application with this council already, so they cannot be invited to another. If they are the same person, close this enquiry as a duplicate.",
                    "R-VAL-09"
                ),
            ]
            : [];

    /// <summary>
    /// The same person, or somebody of the same name and date of birth. Inside a transaction nobody else gets past this
    /// with the same council until it ends.
    /// </summary>
    /// <param name="but">The case whose own application is not meant.</param>
    public async Task<bool> AnyOfAsync(
        IReadOnlyList<CasePerson> people,
        CancellationToken ct,
        Guid? but = null
    )
    {
        var councilId = db.Scope.Councils.Single();
        if (db.Database.CurrentTransaction is not null)
            await db.AloneAsync($"open applications {councilId}", ct);
        var ids = people.Select(p => p.PersonId).ToList();
        var names = people.Select(p => Person.Fold(p.FullName)).ToList();
        var alike = await (
            from part in db.Set<ApplicantPart>()
            join a in db.Set<Application>() on part.ApplicationId equals a.Id
            join p in db.Set<Person>() on part.PersonId equals p.Id
            where ApplicationMachine.Open.Contains(a.State)
            where a.CouncilId == councilId && a.CaseId != but
            where ids.Contains(p.Id) || names.Contains(p.SearchName)
            select new
            {
                p.Id,
                p.SearchName,
                p.DateOfBirth,
            }
        )
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .ToListAsync(ct);
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
