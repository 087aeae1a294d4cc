using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="Final">False keeps a draft that the chair does not see as finished.</param>
public sealed record WriteMinutesInput(Guid ItemId, string Proceedings, string Reasons, bool Final);

/// <summary>The panel adviser writes the record of an item and marks it as final (R-PANEL-07).</summary>
public sealed class WriteMinutes(
    FosterDb db,
    ItemReads items,
    DutyReads duties,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(WriteMinutesInput input, Actor actor, CancellationToken ct)
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, _))
            return Result.Refused("This item is not open to you.");
        var against = new List<Refusal>(await duties.AgainstAdvisingAsync(item.CaseId, actor, ct));
        if (!actor.Is(Role.PanelAdviser))
            against.Add(new Refusal("The panel adviser writes the minutes.", "R-PANEL-07"));
        if (item.State is not (PanelItemState.Heard or PanelItemState.Deferred))
            against.Add(
                new Refusal(
                    "Record panel's recommendation, or that the item was deferred, before its minutes.",
                    "R-PANEL-07"
                )
            );
        if (meeting.On > clock.Today)
            against.Add(new Refusal("The meeting has not taken place yet.", "R-VAL-04"));
        if (input.Final)
            against.AddRange([
                .. Reasons.Against(input.Proceedings, "proceedings"),
                .. Reasons.Against(input.Reasons),
            ]);
        var minutes = await db.Set<Minutes>().SingleOrDefaultAsync(m => m.ItemId == item.Id, ct);
        var isNew = minutes is null;
        minutes ??= new Minutes
        {
            CouncilId = actor.CouncilId,
            CaseId = item.CaseId,
            ItemId = item.Id,
        };
        if (against.Count > 0)
            return Result.Refused(against);
        var written = minutes.Write(
            input.Proceedings,
            input.Reasons,
            actor.AccountId,
            actor.Name,
            input.Final ? clock.Today : null
        );
        if (!written.Ok)
            return written;
        if (isNew)
            db.Add(minutes);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.minutes-written",
                input.Final ? "Minutes final, for the chair to sign" : "Minutes drafted"
            )
            {
                Rules = ["R-PANEL-07", "R-PANEL-18", "R-SOD-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
