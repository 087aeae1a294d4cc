using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// The end that a transfer brings stands with the approval by that service, and follows when it is corrected; what
/// another service approved still runs (R-TRF-01). The transfer saves.
/// </summary>
public sealed class OnOldApprovalEnds(FosterDb db) : IOn<OldApprovalEnds>
{
    public async Task HandleAsync(OldApprovalEnds happened, Actor actor, CancellationToken ct)
    {
        foreach (var approval in await db.OfCaseAsync<PreviousApproval>(happened.CaseId, ct))
            if (
                approval.IsBy(happened.Service)
                && (approval.EndedOn is null || approval.EndedByTransfer)
            )
                (approval.EndedOn, approval.EndedByTransfer) = (happened.On, true);
    }
}
