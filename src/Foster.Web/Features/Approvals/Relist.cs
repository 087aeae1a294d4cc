using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

/// <param name="Done">How what panel asked for has been done.</param>
public sealed record RelistInput(Guid ItemId, string Done, Guid MeetingId);

/// <summary>Puts a deferred case back to panel, on the agenda of another meeting (T-APP-12).</summary>
public sealed class Relist(
    FosterDb db,
    ItemReads items,
    DutyReads duties,
    PlaceItem placeItem,
    CaseHistory history
)
{
    public async Task<Result<PanelItem>> RunAsync(
        RelistInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, _, application))
            return Result<PanelItem>.Refused("This item is not open to you.");
        var from = application.State;
        var moved = application.Relist(
            actor,
            [
                .. await duties.AgainstAdvisingAsync(item.CaseId, actor, ct),
                .. Reasons.Against(input.Done, "done"),
            ]
        );
        if (!moved.Ok)
            return Result<PanelItem>.Refused(moved.Refusals);
        var placed = await placeItem.RunAsync(new(application, input.MeetingId), actor, ct);
        if (!placed.Ok)
            return Result<PanelItem>.Refused(placed.Refusals);
        await history.WriteAsync(
            actor,
            item.CaseId,
            PlaceItem.Note(placed.Value) with
            {
                Kind = "panel.relisted",
                From = from,
                To = application.State,
                Reason = input.Done,
                Rules = ["T-APP-12", "R-PANEL-08"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return placed.Value.Item;
    }
}
