using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Events;

/// <summary>A desk with events, entered and booked by the real operations. Everybody has the address of their name.</summary>
internal sealed class EventStage(FosterHost host, DeskStage desk)
{
    public static readonly DateOnly Day = new(2026, 5, 29);

    public DeskStage Desk => desk;

    public static async Task<EventStage> OpenAsync(FosterHost host) =>
        new(host, await new DeskStage(host).OpenAsync());

    public static EventPlan Plan(
        EventKind kind = EventKind.DropIn,
        int places = 10,
        DateOnly? on = null
    ) =>
        new(
            kind,
            "An evening with carers",
            London.ToUtc(on ?? Day, new TimeOnly(18, 0)),
            London.ToUtc(on ?? Day, new TimeOnly(19, 30)),
            kind == EventKind.CallBack ? "" : "Example Hall",
            "",
            "",
            places,
            10_000
        );

    public Task<Result<Guid>> SaveAsync(
        Guid? id,
        EventPlan plan,
        int weeks = 1,
        bool publish = true
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SaveEvent>()
                    .RunAsync(new(id, plan, publish, weeks), actor, default)
        );

    public async Task<Guid> EnteredAsync(EventPlan plan, int weeks = 1, bool publish = true)
    {
        var saved = await SaveAsync(null, plan, weeks, publish);
        Assert.True(saved.Ok, saved.Reasons);
        return saved.Value;
    }

    public Task<Result> BookAsync(Guid id, string name, params SpamSign[] signs) =>
        host.InScopeAsync(services =>
            services
                .GetRequiredService<BookPlace>()
                .RunAsync(
                    new(
                        id,
                        name,
                        $"{name}@foster.example",
                        "+441514960100",
                        1,
                        "A quiet corner",
                        signs
                    ),
                    services.GetRequiredService<ActorSource>().Anyone(desk.Council.Id),
                    default
                )
        );

    public async Task BookedAsync(Guid id, params string[] names)
    {
        foreach (var name in names)
            Assert.True((await BookAsync(id, name)).Ok);
    }

    public Task<T> ByAsync<TAct, T>(string who, Func<TAct, Actor, Task<T>> act)
        where TAct : class =>
        desk.AsAsync(who, (s, actor) => act(s.GetRequiredService<TAct>(), actor));

    public Task<IReadOnlyList<BookingLine>> SeenByAsync(string who, Guid id) =>
        ByAsync<BookingReads, IReadOnlyList<BookingLine>>(
            who,
            (reads, _) => reads.OfEventAsync(id, default)
        );

    /// <summary>The one that was made last.</summary>
    public Task<Booking> OfAsync(Guid id, string name) =>
        desk.ReadAsync(db =>
            db.Set<Booking>()
                .AsNoTracking()
                .Where(b => b.EventId == id && b.FirstName == name)
                .OrderByDescending(b => b.BookedAt)
                .ThenByDescending(b => b.Id)
                .FirstAsync()
        );

    public async Task<BookingState> StateAsync(Guid id, string name) =>
        (await OfAsync(id, name)).State;

    /// <summary>The kinds of the messages to somebody, in alphabetical order.</summary>
    public Task<List<string>> MailAsync(string name) =>
        desk.ReadAsync(db =>
            db.Set<OutboxMessage>()
                .Where(m => m.CouncilId == desk.Council.Id && m.Kind.StartsWith("event."))
                .Where(m => m.Recipient == $"{name}@foster.example")
                .Select(m => m.Kind)
                .OrderBy(k => k)
                .ToListAsync()
        );
}
