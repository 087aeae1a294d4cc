using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// A form that was set aside has no clock, and its sender was promised a call all the same (R-ENQ-02): on the day it falls
/// due, and until somebody has looked, the recruitment team is told above its work.
/// </summary>
public sealed class SetAsideDue(FosterDb db) : IWorkNotice
{
    public async Task<WorkNotice?> OfAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return null;
        var due = await db.Set<SetAsideForm>()
            .Where(s =>
                s.CouncilId == actor.CouncilId
                && s.State == SetAsideState.Waiting
                && s.Kind == SetAsideKind.Enquiry
                && s.PromisedOn <= today
            )
            .Take(NavigationCount.Most)
            .CountAsync(ct);
        return due == 0
            ? null
            : new WorkNotice(
                due == 1
                    ? "1 enquiry that was set aside as possible spam was promised a call by today or earlier."
                    : $"{due} enquiries that were set aside as possible spam were promised a call by today or earlier.",
                "Look at what was set aside",
                SetAsideNavigation.Path
            );
    }
}
