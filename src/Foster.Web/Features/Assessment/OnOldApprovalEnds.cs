using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// The end that a transfer brings stands with the approval by that service, and follows when it is corrected; what
/// another service approved still runs (R-TRF-01). Where the day decides whether that service's reference is mandatory,
/// the check comes or goes with it (R-TRF-05). The transfer saves.
/// </summary>
public sealed class OnOldApprovalEnds(FosterDb db, FormerReference reference, CheckPlanReads plan)
    : IOn<OldApprovalEnds>
{
    public async Task HandleAsync(OldApprovalEnds happened, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == happened.CaseId, ct);
        foreach (var approval in await db.OfCaseAsync<PreviousApproval>(happened.CaseId, ct))
        {
            if (
                !approval.IsBy(happened.Service)
                || (approval.EndedOn is not null && !approval.EndedByTransfer)
            )
                continue;
            var applied = application?.ReceivedOn ?? application?.CreatedOn;
            var was = applied is { } then && approval.IsRecent(then);
            (approval.EndedOn, approval.EndedByTransfer) = (happened.On, true);
            if (applied is not { } day || was == approval.IsRecent(day))
                continue;
            if (was)
                await reference.LeaveAsync(
                    approval,
                    "The earlier approval lies more than 12 months before the application.",
                    ct
                );
            else
                await plan.AddMissingAsync(application!, ct);
        }
    }
}
