using System.Net;
using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Events;

/// <summary>M-HUB-11: events and times for calls, booked without an enquiry. The clock stands on Friday 15 May 2026.</summary>
public abstract class EventTests(FosterHost host)
{
    private static readonly DateOnly Day = new(2026, 5, 29);

    [Fact]
    public async Task Places_are_given_in_order_and_who_waits_the_longest_moves_up()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EnteredAsync(desk, Plan(places: 3));
        foreach (var (name, people) in new[] { ("ada", 2), ("bea", 2), ("cem", 1), ("dot", 1) })
            Assert.True((await BookAsync(desk, id, name, people)).Ok);
        Assert.Equal(
            [
                ("ada", BookingState.Booked),
                ("bea", BookingState.Waiting),
                ("cem", BookingState.Booked),
                ("dot", BookingState.Waiting),
            ],
            await StatesAsync(desk, id)
        );
        // One place is free: two do not fit, so the next who does is asked.
        Assert.True((await CancelAsync(desk, id, "cem")).Ok);
        Assert.Equal(BookingState.Booked, await StateAsync(desk, id, "dot"));
        Assert.True((await CancelAsync(desk, id, "ada")).Ok);
        Assert.Equal(BookingState.Booked, await StateAsync(desk, id, "bea"));
        Assert.False((await CancelAsync(desk, id, "ada")).Ok);
        Assert.Equal(
            [
                "event.booked",
                "event.booked",
                "event.moved-up",
                "event.moved-up",
                "event.waiting",
                "event.waiting",
            ],
            await MailAsync(desk)
        );
    }

    [Fact]
    public async Task The_last_place_is_given_once_however_many_ask_at_once()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EnteredAsync(desk, Plan(places: 1));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => BookAsync(desk, id, $"person{i}")));

        var states = await StatesAsync(desk, id);
        Assert.Equal(6, states.Count);
        Assert.Single(states, s => s.State == BookingState.Booked);
    }

    [Fact]
    public async Task Twice_by_the_same_address_is_once()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EnteredAsync(desk, Plan());
        Assert.True((await BookAsync(desk, id, "ada")).Ok);
        Assert.True((await BookAsync(desk, id, "ADA")).Ok);

        Assert.Single(await StatesAsync(desk, id));
        Assert.Equal(["event.booked", "event.booked"], await MailAsync(desk));
    }

    [Fact]
    public async Task A_call_needs_a_number_and_has_a_quota()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EnteredAsync(desk, Plan(EventKind.CallBack, places: 1) with { Place = "" });
        var none = await BookAsync(desk, id, "ada");
        Assert.Equal("telephone", Assert.Single(none.Refusals).Field);
        Assert.True((await BookAsync(desk, id, "ada", telephone: "+441514960100")).Ok);
        Assert.True((await BookAsync(desk, id, "bea", telephone: "+441514960101")).Ok);
        Assert.Equal(BookingState.Waiting, await StateAsync(desk, id, "bea"));
        Assert.Equal(["event.call-booked", "event.waiting"], await MailAsync(desk));
    }

    [Fact]
    public async Task Those_with_a_place_are_reminded_once_and_told_when_it_is_cancelled()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EnteredAsync(desk, Plan(places: 1));
        await BookAsync(desk, id, "ada");
        await BookAsync(desk, id, "bea");
        TravelTime.MoveTo(London.ToUtc(Day.AddDays(-2), new TimeOnly(8, 30)));
        await RemindAsync(desk, id);
        await RemindAsync(desk, id);
        var cancelled = await AsOfficerAsync<CancelEvent>(
            desk,
            (act, actor) => act.RunAsync(new(id), actor, default)
        );

        Assert.True(cancelled.Ok, cancelled.Reasons);
        Assert.Equal(
            [
                "event.booked",
                "event.cancelled",
                "event.cancelled",
                "event.reminder",
                "event.waiting",
            ],
            await MailAsync(desk)
        );
        Assert.False((await BookAsync(desk, id, "cem")).Ok);
        Assert.All(await StatesAsync(desk, id), s => Assert.Equal(BookingState.Cancelled, s.State));
    }

    [Fact]
    public async Task Everybody_who_booked_or_waits_is_told_once_of_each_change_of_day_time_or_place()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EnteredAsync(desk, Plan(places: 1));
        await BookAsync(desk, id, "ada");
        await BookAsync(desk, id, "bea");
        await BookAsync(desk, id, "cem");
        await CancelAsync(desk, id, "cem");
        var later = Plan(places: 1, on: Day.AddDays(7));

        // A new title or cost is nothing that anybody has to know.
        await SaveAsync(desk, id, Plan(places: 1) with { Title = "Carers", CostPence = 5 });
        Assert.Equal(0, await ChangesAsync(desk));
        Assert.True((await SaveAsync(desk, id, later)).Ok);
        Assert.True((await SaveAsync(desk, id, later)).Ok);
        Assert.Equal(2, await ChangesAsync(desk));
        await SaveAsync(desk, id, later with { Place = "Other Hall" });
        Assert.Equal(4, await ChangesAsync(desk));
        Assert.False((await SaveAsync(desk, id, Plan(places: 1, on: Day.AddDays(-90)))).Ok);
        Assert.Equal(4, await ChangesAsync(desk));

        // Who was reminded of the former day is reminded of the new one.
        TravelTime.MoveTo(London.ToUtc(Day.AddDays(5), new TimeOnly(8, 30)));
        await RemindAsync(desk, id);
        Assert.True((await SaveAsync(desk, id, Plan(places: 1, on: Day.AddDays(14)))).Ok);
        TravelTime.MoveTo(London.ToUtc(Day.AddDays(12), new TimeOnly(8, 30)));
        await RemindAsync(desk, id);
        Assert.Equal(2, (await MailAsync(desk)).Count(k => k == "event.reminder"));
    }

    [Fact]
    public async Task M_HUB_09_a_booking_belongs_to_the_enquiry_that_follows_and_counts_within_30_days()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EnteredAsync(desk, Plan());
        await BookAsync(desk, id, "zoe");
        await BookAsync(desk, id, "ada");
        TravelTime.MoveTo(London.ToUtc(Day.AddDays(30), new TimeOnly(9, 0)));
        var sent = await desk.EnquireAsync(desk.Input());

        Assert.Equal(
            sent.CaseId,
            await desk.ReadAsync(db =>
                db.Set<Booking>()
                    .Where(b => b.EventId == id && b.FirstName == "zoe")
                    .Select(b => b.CaseId)
                    .SingleAsync()
            )
        );
        Assert.Contains(
            "enquiry.event",
            (await desk.HistoryAsync(sent.CaseId)).Select(h => h.Kind)
        );
        var marked = await AsOfficerAsync<MarkAttendance>(
            desk,
            async (act, actor) =>
                await act.RunAsync(new(id, [(await IdAsync(desk, id, "zoe"))]), actor, default)
        );
        Assert.True(marked.Ok, marked.Reasons);
        Assert.Equal(BookingState.Came, await StateAsync(desk, id, "zoe"));
        Assert.Equal(BookingState.Missed, await StateAsync(desk, id, "ada"));
        Assert.Equal(
            1,
            await desk.AsAsync(
                DeskStage.Officer,
                async (s, _) =>
                {
                    var reads = s.GetRequiredService<EventReads>();
                    var line = (await reads.FindAsync(id, default))!;
                    return (await reads.RoadAsync(line, default)).Enquiries;
                }
            )
        );
    }

    [Fact]
    public async Task Weeks_in_a_row_begin_at_the_same_time_in_London_though_the_clocks_change()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var first = new DateOnly(2026, 10, 19);
        await EnteredAsync(desk, Plan(on: first), weeks: 2);

        Assert.Equal(
            [(first, 18), (first.AddDays(7), 18)],
            await desk.ReadAsync(async db =>
                (
                    await db.Set<FosteringEvent>()
                        .Where(e => e.CouncilId == desk.Council.Id)
                        .OrderBy(e => e.StartsAt)
                        .Select(e => e.StartsAt)
                        .ToListAsync()
                )
                    .Select(London.Wall)
                    .Select(w => (DateOnly.FromDateTime(w), w.Hour))
                    .ToList()
            )
        );
    }

    [Fact]
    public async Task Everything_against_a_plan_is_said_at_once_and_places_stay_enough()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var wrong = Plan(places: 0, on: new DateOnly(2026, 5, 14)) with { Place = "" };
        var refused = await SaveAsync(desk, null, wrong with { EndsAt = wrong.StartsAt });
        Assert.Equal(["on", "ends", "places", "place"], refused.Refusals.Select(r => r.Field));
        var id = await EnteredAsync(desk, Plan(places: 3));
        await BookAsync(desk, id, "ada", 3);
        Assert.Equal(
            "places",
            Assert.Single((await SaveAsync(desk, id, Plan(places: 2))).Refusals).Field
        );
        Assert.True((await SaveAsync(desk, id, Plan(places: 4))).Ok);
    }

    [Fact]
    public async Task Somebody_books_on_the_website_and_cancels_by_their_link()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(EventLinks.Public);
        page = await page.FollowAsync(
            "Read more and book: Meet carers at the library, Friday 29 May 2026, 2pm to 4pm"
        );
        var empty = await page.Form("main form").SubmitAsync();
        Assert.Contains("Enter your email address", empty.Text, StringComparison.Ordinal);
        var name = Guid.NewGuid().ToString("N")[..8];
        page = await page.Form("main form")
            .Fill("First name", "Robin")
            .Fill("Email address", $"robin.{name}@foster.example")
            .Fill("How many of you are coming?", "2")
            .SubmitAsync();
        Assert.Contains("We have your booking", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", page.Body, StringComparison.Ordinal);
        foreach (
            var path in (string[])
                ["/booking/nonsense", $"/events/{Guid.NewGuid()}", "/events/nonsense"]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(EventLinks.Calls)).Status);

        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        page = await officer.GetAsync(EventLinks.List);
        page = await page.FollowAsync("Meet carers at the library, Friday 29 May 2026, 2pm to 4pm");
        Assert.Contains($"robin.{name}@foster.example", page.Text, StringComparison.Ordinal);
        using var other = host.Visitor();
        await other.SignInAsync("manager@other.foster.example");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
    }

    private static EventPlan Plan(
        EventKind kind = EventKind.DropIn,
        int places = 10,
        DateOnly? on = null
    ) =>
        new(
            kind,
            "An evening with carers",
            London.ToUtc(on ?? Day, new TimeOnly(18, 0)),
            London.ToUtc(on ?? Day, new TimeOnly(19, 30)),
            "Example Hall",
            "",
            "",
            places,
            10_000
        );

    private static Task<Result<Guid>> SaveAsync(
        DeskStage desk,
        Guid? id,
        EventPlan plan,
        int weeks = 1
    ) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SaveEvent>()
                    .RunAsync(new(id, plan, true, weeks), actor, default)
        );

    private static async Task<Guid> EnteredAsync(DeskStage desk, EventPlan plan, int weeks = 1)
    {
        var saved = await SaveAsync(desk, null, plan, weeks);
        Assert.True(saved.Ok, saved.Reasons);
        return saved.Value;
    }

    private Task<Result> BookAsync(
        DeskStage desk,
        Guid id,
        string name,
        int people = 1,
        string? telephone = null
    ) =>
        host.InScopeAsync(services =>
            services
                .GetRequiredService<BookPlace>()
                .RunAsync(
                    new(id, name, $"{name}@foster.example", telephone, people, null),
                    services.GetRequiredService<ActorSource>().Anyone(desk.Council.Id),
                    default
                )
        );

    private async Task<Result> CancelAsync(DeskStage desk, Guid id, string name)
    {
        var booking = await IdAsync(desk, id, name);
        return await desk.AsHolderAsync(
            Guid.Empty,
            (s, actor) =>
                s.GetRequiredService<CancelBooking>().RunAsync(new(booking), actor, default)
        );
    }

    private Task RemindAsync(DeskStage desk, Guid id) =>
        host.InScopeAsync(async services =>
        {
            var actor = services.GetRequiredService<ActorSource>().System(desk.Council.Id);
            await services.GetRequiredService<RemindBooked>().RunAsync(new(id), actor, default);
        });

    private static Task<Result> AsOfficerAsync<T>(DeskStage desk, Func<T, Actor, Task<Result>> act)
        where T : class =>
        desk.AsAsync(DeskStage.Officer, (s, actor) => act(s.GetRequiredService<T>(), actor));

    private static Task<Guid> IdAsync(DeskStage desk, Guid id, string name) =>
        desk.ReadAsync(db =>
            db.Set<Booking>()
                .Where(b => b.EventId == id && b.FirstName == name)
                .Select(b => b.Id)
                .SingleAsync()
        );

    private static async Task<List<(string Name, BookingState State)>> StatesAsync(
        DeskStage desk,
        Guid id
    ) =>
        await desk.ReadAsync(async db =>
            (
                await db.Set<Booking>()
                    .Where(b => b.EventId == id)
                    .OrderBy(b => b.BookedAt)
                    .ThenBy(b => b.Id)
                    .Select(b => new { b.FirstName, b.State })
                    .ToListAsync()
            ).ConvertAll(b => (b.FirstName, b.State))
        );

    private static async Task<BookingState> StateAsync(DeskStage desk, Guid id, string name) =>
        (await StatesAsync(desk, id)).Single(s => s.Name == name).State;

    private static async Task<int> ChangesAsync(DeskStage desk) =>
        (await MailAsync(desk)).Count(k => k == "event.changed");

    private static Task<List<string>> MailAsync(DeskStage desk) =>
        desk.ReadAsync(db =>
            db.Set<OutboxMessage>()
                .Where(m => m.CouncilId == desk.Council.Id && m.Kind.StartsWith("event."))
                .Select(m => m.Kind)
                .OrderBy(k => k)
                .ToListAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost on) : EventTests(on), IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : EventTests(on),
            IClassFixture<PostgresDemoHost>;
}
