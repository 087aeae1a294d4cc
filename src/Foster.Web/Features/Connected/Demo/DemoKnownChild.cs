using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Connected.Demo;

/// <summary>A grandmother asked yesterday evening about a child whom she knows.</summary>
public sealed class DemoKnownChild(IServiceScopeFactory scopes, LondonClock clock) : IDemoScenario
{
    private const string Email = "greta.willow@foster.example";

    public int Order => 57;

    public async Task PlayAsync(CancellationToken ct)
    {
        TravelTime.MoveTo(London.ToUtc(clock.Today.AddDays(-1), new TimeOnly(19, 55)));
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR", ct);
        var actor = services.ServiceProvider.GetRequiredService<ActorSource>().Anyone(council.Id);
        var sent = await services
            .ServiceProvider.GetRequiredService<SubmitEnquiry>()
            .RunAsync(
                new(
                    council.Id,
                    Channel.Web,
                    null,
                    new("Greta", "Willow", new DateOnly(1966, 9, 2), Email, "+441514960455"),
                    null,
                    new("12 Example Rise", "Exampleton", "CH41 1AA"),
                    [],
                    SpareRooms: 1,
                    ["Long-term"],
                    KnowsChild: true,
                    WhenToCall: "Morning",
                    HowHeard: null,
                    Connected: false,
                    ConnectionWithWhom: null,
                    council.PrivacyNoticeVersion,
                    AccessNeeds: null
                ),
                actor,
                ct
            );
        if (!sent.Ok)
            throw new InvalidOperationException(sent.Reasons);
        // What was posted then went out then.
        foreach (
            var message in await db.Set<OutboxMessage>()
                .Where(m => m.State == OutboxState.Queued && m.CouncilId == council.Id)
                .Where(m => m.Recipient == Email)
                .ToListAsync(ct)
        )
            (message.State, message.SentAt) = (OutboxState.Sent, message.CreatedAt);
        await db.SaveChangesAsync(ct);
    }
}
