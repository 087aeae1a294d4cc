using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <summary>Reminds those who come to something in the next two days.</summary>
public sealed class EventsJob(IServiceScopeFactory scopes) : IJob
{
    public string Key => "events.remind";

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        foreach (var council in await run.CouncilsAsync(ct))
        foreach (var id in await SoonAsync(council, run.ScheduledAt, ct))
            await run.ItemAsync(
                council,
                (services, actor, token) =>
                    services.GetRequiredService<RemindBooked>().RunAsync(new(id), actor, token),
                ct
            );
    }

    private async Task<IReadOnlyList<Guid>> SoonAsync(
        Guid councilId,
        DateTime now,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<ActorSource>().System(councilId);
        var until = now.AddDays(RemindBooked.DaysAhead);
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        return await db.Set<FosteringEvent>()
            .Where(e => e.CouncilId == councilId && e.State == EventState.Published)
            .Where(e => e.StartsAt > now && e.StartsAt <= until)
            .Where(e =>
                db.Set<Booking>()
                    .Any(b =>
                        b.EventId == e.Id && b.State == BookingState.Booked && b.RemindedAt == null
                    )
            )
            .OrderBy(e => e.StartsAt)
            .Select(e => e.Id)
            .ToListAsync(ct);
    }
}
