using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Features.Events;

/// <summary>Reminds those who come to something in the next two days.</summary>
public sealed class EventsJob : IJob
{
    public string Key => "events.remind";

    public Task RunAsync(JobRun run, CancellationToken ct) =>
        run.EachDueAsync(
            (db, council) => Soon(db, council, run.ScheduledAt),
            (services, id, actor, token) =>
                services.GetRequiredService<RemindBooked>().RunAsync(new(id), actor, token),
            ct
        );

    private static IQueryable<Guid> Soon(FosterDb db, Guid council, DateTime now)
    {
        var until = now.AddDays(RemindBooked.DaysAhead);
        return db.Set<FosteringEvent>()
            .Where(e => e.CouncilId == council && e.State == EventState.Published)
            .Where(e => e.StartsAt > now && e.StartsAt <= until)
            .Where(e =>
                db.Set<Booking>()
                    .Any(b =>
                        b.EventId == e.Id && b.State == BookingState.Booked && b.RemindedAt == null
                    )
            )
            .OrderBy(e => e.StartsAt)
            .Select(e => e.Id);
    }
}
