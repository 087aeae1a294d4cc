using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

public sealed record AcceptLatePapersInput(Guid ItemId, string Reasons);

/// <summary>The chair takes papers that went out late; otherwise the item is deferred (R-PANEL-08).</summary>
public sealed class AcceptLatePapers(
    FosterDb db,
    ItemReads items,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        AcceptLatePapersInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, _, _))
            return Result.Refused("This item is not open to you.");
        var accepted = item.AcceptLatePapers(actor, clock.Today, input.Reasons);
        if (!accepted.Ok)
            return accepted;
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote("panel.late-papers-accepted", "The chair accepted late papers")
            {
                ReasonCode = "late-papers",
                Reason = input.Reasons,
                Rules = ["R-PANEL-08", "R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
