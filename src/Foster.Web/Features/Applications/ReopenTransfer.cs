using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record ReopenTransferInput(Guid CaseId, string Reason);

/// <summary>A transfer that was stopped by mistake is taken up again, and holds the assessment until its first step (R-ENQ-12).</summary>
public sealed class ReopenTransfer(FosterDb db, TransferBook book, CaseHistory history)
{
    public async Task<Result> RunAsync(ReopenTransferInput input, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(input.CaseId, ct) is not { } transfer)
            return TransferBook.None;
        var before = transfer.State;
        var reason = input.Reason.Trim();
        var reopened = transfer.Reopen(actor, ReasonRule.Against(reason));
        if (!reopened.Ok)
            return reopened;
        await history.WriteAsync(
            actor,
            transfer.CaseId,
            new HistoryNote("transfer.reopened", "The transfer was taken up again")
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
