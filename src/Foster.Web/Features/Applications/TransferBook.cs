using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>Finds a transfer for an act, and opens one, from an enquiry or by staff. Callers write the history and save.</summary>
public sealed class TransferBook(FosterDb db, LondonClock clock)
{
    /// <summary>The answer where there is nothing to act on.</summary>
    public static Result None => Result.Refused("There is no transfer here that is open to you.");

    /// <summary>The transfer of a case that goes on; nothing is recorded, and no clock opened, in one that is over.</summary>
    public async Task<Transfer?> FindAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<Case>().AnyAsync(c => c.Id == caseId && c.ClosedOn == null, ct)
            ? await db.Set<Transfer>().SingleOrDefaultAsync(t => t.CaseId == caseId, ct)
            : null;

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
