using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>An applicant's own part while it is not sent, and the dates that they share with staff.</summary>
public sealed class ApplicationOwnWork(FosterDb db, ApplyReads apply) : IOwnWork
{
    private const string Progress = "/apply/progress";

    public async Task<IReadOnlyList<OwnItem>> OfAsync(Actor actor, CancellationToken ct)
    {
        if (
            !actor.Is(Role.ProspectiveCarer) || await apply.CaseOfAsync(actor, ct) is not { } caseId
        )
            return [];
        var parts = await (
            from p in db.Set<ApplicantPart>()
            join a in db.Set<Application>() on p.ApplicationId equals a.Id
            where p.CaseId == caseId && p.SubmittedAt == null && a.State == ApplicationState.Draft
            orderby p.Position
            select new { p.PersonId, Since = p.InvitedOn ?? a.CreatedOn }
        ).ToListAsync(ct);
        var dates = await db.Set<Deadline>()
            .Where(d =>
                d.CaseId == caseId && d.Status == DeadlineStatus.Open && d.ApplicantTitle != null
            )
            .OrderBy(d => d.DueOn)
            .ThenBy(d => d.Id)
            .Select(d => new
            {
                d.ApplicantTitle,
                d.HolderRole,
                d.TriggerOn,
                d.DueOn,
                d.ExplanationText,
            })
            .ToListAsync(ct);
        var lost = await (
            from r in db.Set<Referee>().AsNoTracking()
            join a in db.Set<Application>() on r.CaseId equals a.CaseId
            where r.CaseId == caseId && r.PersonId == actor.PersonId && r.LostOn != null
            where r.State == RefereeState.Declined || r.State == RefereeState.Unreachable
            where a.State == ApplicationState.Stage1
            orderby r.LostOn
            select r
        ).ToListAsync(ct);
        return
        [
            .. lost.Select(r => new OwnItem(
                $"Name another person who can speak for you, in the place of {r.Name}",
                $"/apply/referees/{r.Id}/replace",
                false,
                r.LostOn,
                null,
                $"{r.Name} cannot speak for you. We go on as soon as you have named somebody else."
            )),
            .. parts
                .Where(p => p.PersonId == actor.PersonId)
                .Select(p => new OwnItem(
                    "Fill in and send your part of the application",
                    "/apply#sections",
                    false,
                    p.Since,
                    null,
                    "No date is set: take the time you need. Everything is saved as you go."
                )),
            .. from d in dates
            select new OwnItem(
                d.ApplicantTitle!,
                Progress,
                d.HolderRole != nameof(Role.ProspectiveCarer),
                d.TriggerOn,
                d.DueOn,
                d.ExplanationText
            )
            {
                IsClock = true,
            },
        ];
    }
}
