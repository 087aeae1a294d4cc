using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// The check CHK-11 of an approval elsewhere, which comes and goes with whether that approval counts (R-TRF-05). Callers
/// save.
/// </summary>
public sealed class FormerReference(
    FosterDb db,
    CheckPlanReads plan,
    DeadlineBook deadlines,
    CheckDocuments documents
)
{
    /// <summary>
    /// That approval ends on this day. Where it counts by that, its reference is asked for, and where it does not, not any
    /// more; nothing of that changes once the report is shared or the application is over.
    /// </summary>
    public async Task EndAsync(
        PreviousApproval approval,
        DateOnly on,
        bool byTransfer,
        Application? application,
        CancellationToken ct
    )
    {
        var applied = application?.ReceivedOn ?? application?.CreatedOn;
        var was = applied is { } then && approval.IsRecent(then);
        (approval.EndedOn, approval.EndedByTransfer) = (on, byTransfer);
        if (
            applied is not { } day
            || was == approval.IsRecent(day)
            || application is not { IsOpen: true, ReportSharedOn: null }
        )
            return;
        if (was)
            await LeaveAsync(
                approval,
                "The earlier approval lies more than 12 months before the application.",
                ct
            );
        else
            await plan.AddMissingAsync(application, ct);
    }

    /// <summary>It is not asked for any more; what is in stays on record.</summary>
    public async Task LeaveAsync(PreviousApproval approval, string why, CancellationToken ct)
    {
        foreach (var check in await db.OfCaseAsync<Check>(approval.CaseId, ct))
        {
            if (check.PreviousApprovalId != approval.Id || !check.IsOpen)
                continue;
            check.Cancel(Actor.System(approval.CouncilId));
            foreach (var line in ChaseCheck.Waiting)
                await deadlines.CancelAsync(approval.CaseId, line, why, ct, check.Id);
            await documents.SettledAsync(check, ct);
        }
    }
}
