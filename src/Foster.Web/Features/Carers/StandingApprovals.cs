using Foster.Web.Features.Approvals;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

/// <summary>Who holds an approval now, in whichever case of the council; of the case nothing is said.</summary>
public sealed class StandingApprovals(FosterDb db) : IStandingApprovals
{
    public async Task<IReadOnlyList<CasePerson>> AmongAsync(
        IReadOnlyList<CasePerson> people,
        Guid but,
        CancellationToken ct
    )
    {
        var names = people.Select(p => Person.Fold(p.FullName)).ToList();
        var held = await (
            from p in db.Set<Person>()
            join a in db.Set<CarerApproval>()
                on new { p.CouncilId, PersonId = p.Id } equals new { a.CouncilId, a.PersonId }
            where names.Contains(p.SearchName) && a.CaseId != but
            select new { p.SearchName, p.DateOfBirth }
        )
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .ToListAsync(ct);
        return
        [
            .. people.Where(p =>
                p.DateOfBirth is not null
                && held.Exists(h =>
                    h.SearchName == Person.Fold(p.FullName) && h.DateOfBirth == p.DateOfBirth
                )
            ),
        ];
    }
}
