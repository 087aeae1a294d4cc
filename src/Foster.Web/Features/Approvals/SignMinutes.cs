using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record SignMinutesInput(Guid ItemId);

/// <summary>
/// The chair signs the final minutes of an item. With that panel's recommendation stands and the application moves on
/// (T-APP-11); the day of the recommendation stays the day of the meeting.
/// </summary>
public sealed class SignMinutes(
    FosterDb db,
    ItemReads items,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(SignMinutesInput input, Actor actor, CancellationToken ct)
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, application))
            return Result.Refused("This item is not open to you.");
        var minutes = await db.Set<Minutes>().SingleOrDefaultAsync(m => m.ItemId == item.Id, ct);
        var seats = await items.SeatsAsync(item.Id, meeting.Id, ct);
        var against = Against(minutes, seats, actor);
        if (against.Count > 0)
            return Result.Refused(against);
        var from = application.State;
        var signed = minutes!.Sign(actor.Name, clock.Today);
        if (!signed.Ok)
            return signed;
        if (item.State == PanelItemState.Heard)
        {
            var moved = application.Recommend(
                actor,
                meeting.On,
                Quorum.Against(seats, meeting.IsJoint)
            );
            if (!moved.Ok)
                return moved;
        }
        else
            await deadlines.MeetAsync(
                item.CaseId,
                DeadlineRules.PanelMinutes,
                clock.Today,
                ct,
                item.Id
            );
        await items.EndHearingAsync(item, ct);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote("panel.minutes-signed", "The chair signed the minutes")
            {
                From = from,
                To = application.State,
                Rules = ["T-APP-11", "R-PANEL-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private static List<Refusal> Against(Minutes? minutes, IReadOnlyList<Seat> seats, Actor actor)
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.PanelChair))
            against.Add(new Refusal("The chair of panel signs the minutes.", "R-PANEL-07"));
        else if (
            !seats.Any(s => s.AccountId == actor.AccountId && s is { Counts: true, IsHead: true })
        )
            against.Add(
                new Refusal(
                    "The chair or vice-chair who sat for this item signs its minutes.",
                    "R-PANEL-07"
                )
            );
        if (minutes is null)
            against.Add(new Refusal("There are no minutes yet.", "R-PANEL-07"));
        return against;
    }
}
