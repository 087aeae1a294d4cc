using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>The check CHK-11 of an approval elsewhere that turns out not to count (R-TRF-05). Callers save.</summary>
public sealed class FormerReference(FosterDb db, DeadlineBook deadlines)
{
    private static readonly DeadlineLine[] Clocks =
    [
        DeadlineRules.FirstChase,
        DeadlineRules.SecondChase,
        DeadlineRules.ThirdChase,
        DeadlineRules.FormerServiceReference,
    ];

    /// <summary>It is not asked for any more; what is in stays on record.</summary>
    public async Task LeaveAsync(PreviousApproval approval, string why, CancellationToken ct)
    {
        foreach (var check in await db.OfCaseAsync<Check>(approval.CaseId, ct))
        {
            if (check.PreviousApprovalId != approval.Id || !check.IsOpen)
                continue;
            check.Cancel(Actor.System(approval.CouncilId));
            foreach (var line in Clocks)
                await deadlines.CancelAsync(approval.CaseId, line, why, ct, check.Id);
        }
    }
}
