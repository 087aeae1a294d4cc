using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Events;

/// <param name="Reached">They were spoken with after all; otherwise nothing more is to be done.</param>
public sealed record FollowUpMissedCallInput(Guid BookingId, bool Reached);

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
        if (input.Reached)
        {
            var moved = booking.Move(BookingVerb.MarkCame, actor);
            if (!moved.Ok)
                return moved;
        }
        else
            booking.Leave(clock.Today);
        history.Write(
            actor,
            booking.Id,
            new HistoryNote(
                "event.call-followed-up",
                input.Reached
                    ? $"{found.Title}: they were reached after a call that they had missed"
                    : $"{found.Title}: nobody calls again after a call that was missed"
            )
            {
                Rules = ["M-HUB-11"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
