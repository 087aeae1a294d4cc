using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Applications;

/// <summary>Parts of an application that their applicant has not sent yet.</summary>
public sealed class PartWaits(FosterDb db) : ICaseWaits
{
    public IQueryable<CaseWait> For(Actor actor)
    {
        var waits = actor.Is(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager);
        // Of the recruitment team are those that no worker holds yet.
        var free = actor.Is(Role.RecruitmentOfficer);
        return from p in db.Set<ApplicantPart>()
            join a in db.Set<Application>() on p.ApplicationId equals a.Id
            join c in db.Set<Case>() on p.CaseId equals c.Id
            where waits && p.SubmittedAt == null && a.State == ApplicationState.Draft
            where !free || !db.Set<Allocation>().Any(h => h.CaseId == p.CaseId && h.To == null)
            select new CaseWait
            {
                Id = p.Id,
                CaseId = p.CaseId,
                Reference = c.Reference,
                Since = p.InvitedOn ?? a.CreatedOn,
                Title = "Their part of the application",
                WaitsFor = "Applicant",
                RuleId = "R-APP-06",
                Why =
                    "No date is set. Each applicant fills in and sends their own part in their own time.",
            };
    }
}
