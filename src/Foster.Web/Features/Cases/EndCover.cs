using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record EndCoverInput(Guid CoverId);

/// <summary>Ends a cover before its last day: what went over goes back in the next minutes.</summary>
public sealed class EndCover(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(EndCoverInput input, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<Cover>()
                .SingleOrDefaultAsync(
                    c => c.Id == input.CoverId && c.CouncilId == actor.CouncilId,
                    ct
                )
            is not { } cover
        )
            return Result.Refused("This cover cannot be found.");
        if (!actor.Is(Role.TeamManager) && actor.AccountId != cover.AwayId)
            return Result.Refused("You end your own cover. The team manager ends that of others.");
        var ended = cover.End(clock.Today);
        if (!ended.Ok)
            return ended;
        history.Write(
            actor,
            cover.Id,
            new HistoryNote(
                "cover.ended",
                cover.State == CoverState.Cancelled
                    ? "A planned cover was cancelled"
                    : "A cover was ended before its last day"
            )
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
