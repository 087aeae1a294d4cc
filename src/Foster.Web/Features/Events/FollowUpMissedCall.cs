using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Events;

/// <summary>What came of calling somebody again.</summary>
public enum CalledAgain
{
    Reached,

    /// <summary>Nobody answered, and they are tried another time.</summary>
    NoAnswer,

    /// <summary>Nobody answered, and nothing more is to be done.</summary>
    Left,
}

public sealed record FollowUpMissedCallInput(Guid BookingId, CalledAgain Outcome);

/// <summary>A call that was booked and not answered was tried again (M-HUB-11).</summary>
public sealed class FollowUpMissedCall(
    FosterDb db,
    BookingAlone alone,
    CouncilHistory history,
    LondonClock clock
)
{
    public Task<Result> RunAsync(
        FollowUpMissedCallInput input,
        Actor actor,
        CancellationToken ct
    ) => db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(
        FollowUpMissedCallInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await alone.FindAsync(input.BookingId, actor, ct) is not var (booking, found))
            return Result.Refused("This booking cannot be found.");
        var against = new List<Refusal>();
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            against.Add(new("The recruitment team calls again.", "M-HUB-11"));
        if (!found.IsCall || booking is not { State: BookingState.Missed, LeftOn: null })
            against.Add(
                new(
                    "Nobody has to call again: they were reached, or somebody has noted that already.",
                    "M-HUB-11"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        switch (input.Outcome)
        {
            case CalledAgain.Reached:
                var moved = booking.Move(BookingVerb.MarkCame, actor);
                if (!moved.Ok)
                    return moved;
                break;
            case CalledAgain.NoAnswer:
                booking.TryAgain(clock.Today);
                break;
            default:
                booking.Leave(clock.Today);
                break;
        }
        history.Write(
            actor,
            booking.Id,
            new HistoryNote(
                "event.call-followed-up",
                input.Outcome switch
                {
                    CalledAgain.Reached =>
                        $"{found.Title}: they were reached after a call that they had missed",
                    CalledAgain.NoAnswer =>
                        $"{found.Title}: called again after a call that was missed, and nobody answered",
                    _ => $"{found.Title}: nobody calls again after a call that was missed",
                }
            )
            {
                Rules = ["M-HUB-11"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
