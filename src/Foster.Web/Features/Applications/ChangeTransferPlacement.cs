using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Applications;

public sealed record ChangeTransferPlacementInput(Guid CaseId, bool ChildrenPlaced);

/// <summary>A child was placed with them meanwhile, or no child is any more; the way of the move changes with it (R-TRF-02, R-TRF-03).</summary>
public sealed class ChangeTransferPlacement(
    FosterDb db,
    TransferBook book,
    DeadlineBook deadlines,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        ChangeTransferPlacementInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await book.FindAsync(input.CaseId, ct) is not { } transfer)
            return TransferBook.None;
        var before = transfer.State;
        var changed = transfer.ChangePlacement(actor, input.ChildrenPlaced, []);
        if (!changed.Ok)
            return changed;
        await deadlines.CancelAsync(
            transfer.CaseId,
            DeadlineRules.TransferMeeting,
            "Whether a child is placed has changed.",
            ct,
            transfer.Id
        );
        await history.WriteAsync(
            actor,
            transfer.CaseId,
            new HistoryNote(
                "transfer.placement",
                input.ChildrenPlaced
                    ? "A child is placed with them now"
                    : "No child is placed with them any more"
            )
            {
                From = before,
                To = transfer.State,
                ForApplicant = "We noted whether a child is placed with you now",
                Rules = ["R-TRF-02", "R-TRF-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
