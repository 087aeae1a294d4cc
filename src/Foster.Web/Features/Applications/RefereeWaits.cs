using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Applications;

/// <summary>Referees in whose place the applicant has to name somebody else.</summary>
public sealed class RefereeWaits(FosterDb db) : ICaseWaits
{
    public IQueryable<CaseWait> For(Actor actor)
    {
        var waits = actor.Is(Role.Assessor, Role.TeamManager);
        return from r in db.Set<Referee>()
            join a in db.Set<Application>() on r.CaseId equals a.CaseId
            join c in db.Set<Case>() on r.CaseId equals c.Id
            where waits && r.LostOn != null && a.State == ApplicationState.Stage1
            where r.State == RefereeState.Declined || r.State == RefereeState.Unreachable
            select new CaseWait
            {
                Id = r.Id,
                CaseId = r.CaseId,
                Reference = c.Reference,
                Since = r.LostOn!.Value,
                Title = "Another referee",
                WaitsFor = "Applicant",
                RuleId = "R-REF-04",
                Why =
                    "A referee declined or was not reached. The applicant was asked to name somebody else; no date is set.",
            };
    }
}
