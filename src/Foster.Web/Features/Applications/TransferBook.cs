using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Applications;

/// <summary>Opens a transfer, from an enquiry or by staff. Callers write the history and save.</summary>
public sealed class TransferBook(FosterDb db, LondonClock clock)
{
    public HistoryNote Open(Guid caseId, string service, bool childrenPlaced, Actor actor)
    {
        var transfer = new Transfer
        {
            CouncilId = actor.CouncilId,
            CaseId = caseId,
            ServiceName = service.Trim(),
            OpenedOn = clock.Today,
            ChildrenPlaced = childrenPlaced,
        };
        db.Add(transfer);
        return new HistoryNote(
            "transfer.opened",
            childrenPlaced
                ? "Transfer from another service, with a child placed"
                : "Transfer from another service, no child placed"
        )
        {
            To = transfer.State,
            ForApplicant = "You told us that you foster for another service now",
            Rules = ["R-ENQ-12", childrenPlaced ? "R-TRF-03" : "R-TRF-02"],
        };
    }
}
