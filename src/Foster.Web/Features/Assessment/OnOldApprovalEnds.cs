using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>The end that a transfer brings stands with the earlier approvals that still ran (R-TRF-01). The transfer saves.</summary>
public sealed class OnOldApprovalEnds(FosterDb db) : IOn<OldApprovalEnds>
{
    public async Task HandleAsync(OldApprovalEnds happened, Actor actor, CancellationToken ct)
    {
        foreach (var approval in await db.OfCaseAsync<PreviousApproval>(happened.CaseId, ct))
            approval.EndedOn ??= happened.On;
    }
}
