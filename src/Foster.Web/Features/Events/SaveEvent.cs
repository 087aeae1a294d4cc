using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <param name="EventId">Null for a new one.</param>
/// <param name="Weeks">How many weeks in a row it is held; each is an event of its own.</param>
public sealed record SaveEventInput(Guid? EventId, EventPlan Plan, bool Publish, int Weeks = 1);

/// <summary>Enters an event or changes it, and shows it to people where that is wished (M-HUB-11).</summary>
public sealed class SaveEvent(
    FosterDb db,
    BookingLinks links,
    EventPlaces places,
    CouncilHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>The most weeks that are entered at once.</summary>
    public const int MostWeeks = 26;

    public Task<Result<Guid>> RunAsync(SaveEventInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result<Guid>> ActAsync(
        SaveEventInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (input.EventId is { } changed)
            await db.AloneAsync($"event:{changed}", ct);
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return Result<Guid>.Refused("Events are entered by the recruitment team.");
        var earlier = input.EventId is { } id
            ? await db.Set<FosteringEvent>().SingleOrDefaultAsync(e => e.Id == id, ct)
            : null;
        if (input.EventId is not null && earlier is null)
            return Result<Guid>.Refused("This event cannot be found.");
        if (earlier?.State == EventState.Cancelled)
            return Result<Guid>.Refused(
                "A cancelled event is not changed any more. Enter a new one."
            );
        // A draft whose day went by can be given another one.
        if (earlier is { State: EventState.Published } && earlier.StartsAt <= clock.Now)
            return Result<Guid>.Refused("It has begun already, so it is not changed any more.");
        var against = FosteringEvent
            .Against(input.Plan, clock.Now, await TakenAsync(earlier, ct))
            .ToList();
        if (input.Weeks is < 1 or > MostWeeks)
            against.Add(new($"Enter 1 to {MostWeeks} weeks.", "M-HUB-11", "weeks"));
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var first = earlier ?? Made(input.Plan, actor);
        var before = (first.StartsAt, first.EndsAt, first.Place);
        first.Plan(input.Plan);
        var told =
            earlier is not null && before != (first.StartsAt, first.EndsAt, first.Place)
                ? await TellAsync(first, before.StartsAt, ct)
                : 0;
        // More places are for those who wait before they are for anybody else.
        if (earlier is not null)
            await places.MoveUpAsync(first, ct);
        var all = new List<FosteringEvent> { first };
        for (var week = 1; earlier is null && week < input.Weeks; week++)
            all.Add(Made(Later(input.Plan, week), actor));
        foreach (var one in all)
        {
            if (input.Publish && one.State == EventState.Draft)
                one.Publish(clock.Now);
            history.Write(
                actor,
                one.Id,
                new HistoryNote(
                    "event.saved",
                    $"{one.Title}, {EventWords.When(one.StartsAt, one.EndsAt)}: {EventWords.State(one.State).ToLowerInvariant()}"
                        + (told > 0 ? $"; told of the change: {told}" : "")
                )
                {
                    Rules = ["M-HUB-11"],
                }
            );
        }
        await db.SaveChangesAsync(ct);
        return Result.Of(first.Id);
    }

    /// <summary>Everybody who booked or waits is told once of each change, in the transaction of the change.</summary>
    private async Task<int> TellAsync(FosteringEvent found, DateTime was, CancellationToken ct)
    {
        var all = await db.Set<Booking>()
            .Where(b => b.EventId == found.Id && b.State != BookingState.Cancelled)
            .ToListAsync(ct);
        await links.ShiftAsync(found, [.. all.Select(b => b.Id)], ct);
        foreach (var booking in all)
            booking.Shift(found.EndsAt, remindAgain: found.StartsAt != was);
        var live = all.Where(b => b.IsLive).ToList();
        foreach (var booking in live)
            outbox.Post(
                booking.CouncilId,
                booking.CaseId,
                EventEmails.Changed(await links.MailToAsync(found, booking, ct))
            );
        return live.Count;
    }

    private FosteringEvent Made(EventPlan plan, Actor actor)
    {
        var made = new FosteringEvent { CouncilId = actor.CouncilId };
        made.Plan(plan);
        db.Add(made);
        return made;
    }

    /// <summary>The same time of day in London, whatever the clocks do in between.</summary>
    private EventPlan Later(EventPlan plan, int weeks) =>
        plan with
        {
            StartsAt = Moved(plan.StartsAt, weeks),
            EndsAt = Moved(plan.EndsAt, weeks),
        };

    private DateTime Moved(DateTime utc, int weeks)
    {
        var wall = clock.ToLondon(utc);
        return clock.FromLondon(
            DateOnly.FromDateTime(wall).AddDays(7 * weeks),
            TimeOnly.FromDateTime(wall)
        );
    }

    private async Task<int> TakenAsync(FosteringEvent? earlier, CancellationToken ct) =>
        earlier is null
            ? 0
            : await db.Set<Booking>()
                .Where(b => b.EventId == earlier.Id && b.State == BookingState.Booked)
                .SumAsync(b => b.People, ct);
}
