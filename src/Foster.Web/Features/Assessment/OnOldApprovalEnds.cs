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
public sealed class OnOldApprovalEnds(
    FosterDb db,
    FormerReference reference,
    Stage1Completion completion
) : IOn<OldApprovalEnds>
{
    public async Task HandleAsync(OldApprovalEnds happened, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == happened.CaseId, ct);
        foreach (var approval in await db.OfCaseAsync<PreviousApproval>(happened.CaseId, ct))
        {
            if (
                approval.IsBy(happened.Service)
                && (approval.EndedOn is null || approval.EndedByTransfer)
            )
                await reference.EndAsync(approval, happened.On, byTransfer: true, application, ct);
        }

        if (application is not null)
            await completion.IfCompleteAsync(application, ct);
    }
}
