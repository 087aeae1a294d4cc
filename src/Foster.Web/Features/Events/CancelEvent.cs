using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <param name="SpentPence">What was spent on it already; null for the cost that was entered.</param>
public sealed record CancelEventInput(Guid EventId, long? SpentPence = null);

/// <summary>Cancels an event and tells everybody who has booked or waits.</summary>
public sealed class CancelEvent(
    FosterDb db,
    BookingLinks links,
    CouncilHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    public Task<Result> RunAsync(CancelEventInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(CancelEventInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return Result.Refused("Events are cancelled by the recruitment team.");
        await db.AloneAsync($"event:{input.EventId}", ct);
        if (
            await db.Set<FosteringEvent>().SingleOrDefaultAsync(e => e.Id == input.EventId, ct)
            is not { } found
        )
            return Result.Refused("This event cannot be found.");
        var cancelled = found.Cancel(clock.Now, input.SpentPence);
        if (!cancelled.Ok)
            return cancelled;
        var all = await db.Set<Booking>()
            .Where(b => b.EventId == found.Id)
            .Where(b =>
                b.State == BookingState.Booked
                || b.State == BookingState.Waiting
                || b.State == BookingState.Held
            )
            .ToListAsync(ct);
        var live = all.Count(b => b.IsLive);
        foreach (var booking in all)
        {
            // No message goes to an address that a program may have made up.
            var told = booking.IsLive;
            booking.Move(BookingVerb.Cancel, actor);
            if (!told)
                continue;
            outbox.Post(
                booking.CouncilId,
                booking.CaseId,
                EventEmails.Cancelled(await links.MailToAsync(found, booking, ct))
            );
        }
        history.Write(
            actor,
            found.Id,
            new HistoryNote(
                "event.cancelled",
                $"{found.Title} was cancelled; told: {live}; spent: {new Money(found.CostPence)}"
            )
            {
                Rules = ["M-HUB-11"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
