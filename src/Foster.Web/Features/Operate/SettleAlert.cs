using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

public sealed record SettleAlertInput(Guid AlertId, string What);

/// <summary>An administrator has looked into an alert and says what came of it.</summary>
public sealed class SettleAlert(FosterDb db, LondonClock clock, CouncilHistory history)
{
    public async Task<Result> RunAsync(SettleAlertInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.Administrator))
            return Result.Refused("An administrator settles alerts");
        if (
            await db.Set<Alert>().SingleOrDefaultAsync(a => a.Id == input.AlertId, ct)
            is not { } alert
        )
            return Result.Refused("There is no such alert");
        if (alert.SettledAt is not null)
            return Result.Refused("Somebody has settled it already");
        alert.Settle(clock.Now, actor.Name);
        history.Write(
            actor,
            alert.Id,
            new HistoryNote("alert.settled", $"{actor.Name} settled an alert: {alert.Kind}")
            {
                Reason = input.What,
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
