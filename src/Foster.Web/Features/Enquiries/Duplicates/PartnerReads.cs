using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>
/// The one look past the council: whether somebody of the same name, date of birth and postcode is on record with
/// another partner (R-VAL-09). The answer is yes or no, without who, where or how many; a restricted case never says
/// yes. Whoever is shown it stands in the access log before the page is.
/// </summary>
public sealed class PartnerReads(FosterDb db, Viewing viewing)
{
    public const string Why = "Whether another partner knows them (R-ENQ-14)";

    public async Task<bool> KnowAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(DuplicateReads.Deciders))
            return false;
        var digests = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>()
                on new { c.CouncilId, c.HouseholdId } equals new { m.CouncilId, m.HouseholdId }
            join k in db.Set<PersonKey>() on m.PersonId equals k.PersonId
            where c.Id == caseId && m.IsApplicant && m.To == null && k.Kind == Likeness.Whole
            select k.Digest
        ).ToListAsync(ct);
        if (digests.Count == 0)
            return false;
        viewing.Kinds.Add(AccessKind.People);
        viewing.Reason = Why;
        return await (
            from k in db.Set<PersonKey>()
            join m in db.Set<Membership>()
                on new { k.CouncilId, k.PersonId } equals new { m.CouncilId, m.PersonId }
            join c in db.Set<Case>()
                on new { m.CouncilId, m.HouseholdId } equals new { c.CouncilId, c.HouseholdId }
            where digests.Contains(k.Digest) && k.CouncilId != actor.CouncilId
            where m.IsApplicant && !c.Restricted && c.ErasedOn == null
            select k
        )
            .IgnoreQueryFilters([FosterDb.CouncilFilter, FosterDb.CaseFilter])
            .AnyAsync(ct);
    }
}
