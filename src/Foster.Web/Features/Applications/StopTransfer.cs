using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record StopTransferInput(Guid CaseId, string Reason);

/// <summary>It is no transfer, or no longer: they were not approved elsewhere, or stay where they are.</summary>
public sealed class StopTransfer(
    FosterDb db,
    TransferBook book,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(StopTransferInput input, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(input.CaseId, ct) is not { } transfer)
            return TransferBook.None;
        var before = transfer.State;
        var reason = input.Reason.Trim();
        var stopped = transfer.Stop(actor, clock.Today, ReasonRule.Against(reason));
        if (!stopped.Ok)
            return stopped;
        await deadlines.CancelAsync(
            transfer.CaseId,
            DeadlineRules.TransferMeeting,
            "The transfer was stopped.",
            ct,
            transfer.Id
        );
        await history.WriteAsync(
            actor,
            transfer.CaseId,
            new HistoryNote("transfer.stopped", "The transfer was stopped")
            {
                From = before,
                To = transfer.State,
                Rules = ["R-ENQ-12", "R-VAL-06"],
                Reason = reason,
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
