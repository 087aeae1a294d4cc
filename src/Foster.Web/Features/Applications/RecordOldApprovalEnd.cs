using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

/// <param name="On">The day on which the old approval ends; it may be ahead.</param>
/// <param name="PlacementMayEnd">The carer wants the placement to end, and knows that it does.</param>
public sealed record RecordOldApprovalEndInput(Guid CaseId, DateOnly On, bool PlacementMayEnd);

/// <summary>The day on which the approval by the other service ends. Nobody is approved here before it (R-TRF-01).</summary>
public sealed class RecordOldApprovalEnd(
    FosterDb db,
    TransferBook book,
    DeadlineBook deadlines,
    HandOver handOver,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        RecordOldApprovalEndInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await book.FindAsync(input.CaseId, ct) is not { } transfer)
            return TransferBook.None;
        var before = transfer.State;
        var ended = transfer.RecordEnd(actor, input.On, input.PlacementMayEnd, []);
        if (!ended.Ok)
            return ended;
        await deadlines.CancelAsync(
            transfer.CaseId,
            DeadlineRules.TransferMeeting,
            "The end of the old approval is recorded.",
            ct,
            transfer.Id
        );
        await handOver.PublishAsync(
            new OldApprovalEnds(transfer.CaseId, transfer.ServiceName, input.On),
            actor,
            ct
        );
        await history.WriteAsync(
            actor,
            transfer.CaseId,
            new HistoryNote(
                "transfer.end",
                $"The approval by the other service ends on {BritishDate.Long(input.On)}"
            )
            {
                From = before,
                To = transfer.State,
                ForApplicant = "We know when your approval by the other service ends",
                Rules = ["R-TRF-01", "R-TRF-04"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
