using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Events.EventStage;

namespace Foster.Tests.Events;

/// <summary>M-HUB-11: who has a place, who waits, and who sees whom. The clock stands on Friday 15 May 2026.</summary>
public abstract class BookingTests(FosterHost host)
{
    [Fact]
    public async Task R_SOD_08_the_booking_of_a_restricted_enquirer_counts_and_says_nothing_of_them()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan());
        await stage.BookedAsync(id, "zoe");
        var made = await stage.Desk.EnquireAsync(
            stage.Desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor, Ms Demo-Ward",
            }
        );
        Assert.True(made.Restricted);
        var booking = await stage.OfAsync(id, "zoe");
        Assert.Equal(made.CaseId, booking.CaseId);

        foreach (var who in new[] { DeskStage.Officer, DeskStage.Manager })
        {
            var line = Assert.Single(await stage.SeenByAsync(who, id));
            Assert.Equal("Somebody whose case is restricted", line.FirstName);
            Assert.Equal(("", null, null), (line.Email, line.Telephone, line.AccessNeeds));
            Assert.Equal(((Guid?)null, true), (line.CaseId, line.IsHidden));
            var refused = await stage.ByAsync<CancelBooking, Result>(
                who,
                (act, actor) => act.RunAsync(new(booking.Id), actor, default)
            );
            Assert.Contains("cannot be found", refused.Reasons, StringComparison.Ordinal);
            Assert.Null(
                await stage.ByAsync<BookingReads, StaffBooking?>(
                    who,
                    (reads, _) => reads.FindAsync(booking.Id, default)
                )
            );
        }

        Assert.Equal("zoe", Assert.Single(await stage.SeenByAsync(DeskStage.Intake, id)).FirstName);
        var counted = await stage.ByAsync<EventReads, EventLine?>(
            DeskStage.Officer,
            (reads, _) => reads.FindAsync(id, default)
        );
        Assert.Equal(1, counted!.Taken);
        // Who cannot see them does not say that they did not come either.
        TravelTime.MoveTo(London.ToUtc(Day, new TimeOnly(19, 0)));
        Assert.True(
            (
                await stage.ByAsync<MarkAttendance, Result>(
                    DeskStage.Officer,
                    (act, actor) => act.RunAsync(new(id, []), actor, default)
                )
            ).Ok
        );
        Assert.Equal(BookingState.Booked, await stage.StateAsync(id, "zoe"));
    }

    [Fact]
    public async Task M_HUB_09_a_booking_after_the_enquiry_belongs_to_it_and_to_no_other()
    {
        var stage = await OpenAsync(host);
        var elsewhere = await OpenAsync(host);
        var sent = await stage.Desk.EnquireAsync();
        var (id, other) = (await stage.EnteredAsync(Plan()), await elsewhere.EnteredAsync(Plan()));
        await stage.BookedAsync(id, "ZOE", "ada");
        await elsewhere.BookedAsync(other, "zoe");

        Assert.Equal(sent.CaseId, (await stage.OfAsync(id, "ZOE")).CaseId);
        Assert.Null((await stage.OfAsync(id, "ZOE")).OverAt);
        Assert.Null((await stage.OfAsync(id, "ada")).CaseId);
        Assert.Null((await elsewhere.OfAsync(other, "zoe")).CaseId);
        var entry = Assert.Single(
            await stage.Desk.HistoryAsync(sent.CaseId),
            h => h.Kind == "enquiry.event"
        );
        Assert.False(entry.IsTold);
        Assert.Equal(["event.booked"], await stage.MailAsync("ada"));
    }

    [Fact]
    public async Task R_ENQ_13_who_books_after_a_restricted_enquiry_is_hidden_at_once()
    {
        var stage = await OpenAsync(host);
        await stage.Desk.EnquireAsync(
            stage.Desk.Input() with
            {
                Connected = true,
                ConnectionWithWhom = "They work for the council",
            }
        );
        var id = await stage.EnteredAsync(Plan());
        await stage.BookedAsync(id, "zoe");

        Assert.True(Assert.Single(await stage.SeenByAsync(DeskStage.Officer, id)).IsHidden);
        Assert.False(Assert.Single(await stage.SeenByAsync(DeskStage.Deputy, id)).IsHidden);
    }

    [Fact]
    public async Task More_places_are_for_those_who_wait_before_anybody_new()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan(places: 1));
        await stage.BookedAsync(id, "ada", "bea", "cem");
        Assert.True((await stage.SaveAsync(id, Plan(places: 2))).Ok);
        Assert.Equal(BookingState.Booked, await stage.StateAsync(id, "bea"));
        Assert.Equal(BookingState.Waiting, await stage.StateAsync(id, "cem"));
        Assert.Equal(["event.moved-up", "event.waiting"], await stage.MailAsync("bea"));
        Assert.Equal(["event.waiting"], await stage.MailAsync("cem"));
        await stage.BookedAsync(id, "dot");
        Assert.Equal(BookingState.Waiting, await stage.StateAsync(id, "dot"));
    }

    [Fact]
    public async Task However_many_book_while_the_places_change_no_more_are_given_than_there_are()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan(places: 4));
        await stage.BookedAsync(id, "ada");
        var people = Enumerable.Range(0, 5).Select(i => (Task)stage.BookAsync(id, $"person{i}"));
        await Task.WhenAll(people.Append(stage.SaveAsync(id, Plan(places: 2))));

        var (places, taken) = await stage.Desk.ReadAsync(async db =>
            (
                (await db.Set<FosteringEvent>().SingleAsync(e => e.Id == id)).Places,
                await db.Set<Booking>()
                    .Where(b => b.EventId == id && b.State == BookingState.Booked)
                    .SumAsync(b => b.People)
            )
        );
        Assert.Equal(places, taken);
    }

    [Fact]
    public async Task A_later_day_is_what_erasure_and_every_link_count_from()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan(places: 1));
        await stage.BookedAsync(id, "ada", "bea");
        var later = Plan(places: 1, on: Day.AddDays(60));
        Assert.True((await stage.SaveAsync(id, later)).Ok);
        Assert.True(
            (await stage.SaveAsync(id, later with { EndsAt = later.EndsAt.AddHours(1) })).Ok
        );

        var over = later.EndsAt.AddHours(1);
        foreach (var name in new[] { "ada", "bea" })
        {
            var booking = await stage.OfAsync(id, name);
            Assert.Equal(over, booking.OverAt);
            var ends = await stage.Desk.ReadAsync(db =>
                db.Set<LinkToken>()
                    .Where(t => t.SubjectId == booking.Id)
                    .Select(t => t.ExpiresAt)
                    .ToListAsync()
            );
            // That of the booking, and one of each change.
            Assert.Equal(3, ends.Count);
            Assert.All(ends, e => Assert.Equal(over.AddDays(7), e, TimeSpan.FromMinutes(1)));
        }
    }

    [Fact]
    public async Task What_a_program_seems_to_have_sent_takes_no_place_and_gets_no_mail_until_it_is_let_in()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan(places: 2));
        for (var again = 0; again < 2; again++)
            foreach (var name in new[] { "ada", "bea", "cem" })
                Assert.True((await stage.BookAsync(id, name, SpamSign.HiddenBox)).Ok);
        Assert.Equal(3, (await stage.SeenByAsync(DeskStage.Officer, id)).Count);
        Assert.Equal(BookingState.Held, await stage.StateAsync(id, "ada"));
        Assert.Empty(await stage.MailAsync("ada"));
        var notice = await NoticeAsync(stage);
        Assert.Contains("3 bookings were held back", notice?.Text, StringComparison.Ordinal);
        Assert.Equal(EventLinks.One(id), notice!.Href);

        // A person who tries again has a place, and what was held back is then thrown away.
        var first = await stage.OfAsync(id, "ada");
        await stage.BookedAsync(id, "ada");
        Assert.Equal(BookingState.Booked, await stage.StateAsync(id, "ada"));
        var twice = await LetInAsync(stage, first.Id);
        Assert.Contains("booked again", twice.Reasons, StringComparison.Ordinal);
        Assert.True((await ThrowAwayAsync(stage, first.Id)).Ok);
        Assert.Equal(["event.booked"], await stage.MailAsync("ada"));

        Assert.True((await LetInAsync(stage, (await stage.OfAsync(id, "bea")).Id)).Ok);
        Assert.True((await LetInAsync(stage, (await stage.OfAsync(id, "cem")).Id)).Ok);
        Assert.Equal(BookingState.Booked, await stage.StateAsync(id, "bea"));
        Assert.Equal(BookingState.Waiting, await stage.StateAsync(id, "cem"));
        Assert.Equal(["event.booked"], await stage.MailAsync("bea"));
        Assert.Equal(["event.waiting"], await stage.MailAsync("cem"));
        Assert.Null(await NoticeAsync(stage));
    }

    [Fact]
    public async Task Nobody_held_back_is_written_to_when_the_event_is_cancelled()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan());
        await stage.BookedAsync(id, "ada");
        await stage.BookAsync(id, "bea", SpamSign.TooFast);
        var cancelled = await stage.ByAsync<CancelEvent, Result>(
            DeskStage.Manager,
            (act, actor) => act.RunAsync(new(id), actor, default)
        );

        Assert.True(cancelled.Ok, cancelled.Reasons);
        Assert.Equal(["event.booked", "event.cancelled"], await stage.MailAsync("ada"));
        Assert.Empty(await stage.MailAsync("bea"));
        Assert.Equal(BookingState.Cancelled, await stage.StateAsync(id, "bea"));
    }

    [Fact]
    public async Task Staff_cancel_for_somebody_who_rang_and_the_next_has_the_place()
    {
        var stage = await OpenAsync(host);
        var id = await stage.EnteredAsync(Plan(places: 1));
        await stage.BookedAsync(id, "ada", "bea");
        var cancelled = await ThrowAwayAsync(stage, (await stage.OfAsync(id, "ada")).Id);

        Assert.True(cancelled.Ok, cancelled.Reasons);
        Assert.Equal(BookingState.Booked, await stage.StateAsync(id, "bea"));
        Assert.Equal(["event.booked", "event.booking-cancelled"], await stage.MailAsync("ada"));
        Assert.Equal(["event.moved-up", "event.waiting"], await stage.MailAsync("bea"));
    }

    [Fact]
    public async Task A_draft_whose_day_went_by_is_changed_or_cancelled_and_a_published_one_is_not()
    {
        var stage = await OpenAsync(host);
        var draft = await stage.EnteredAsync(Plan(), publish: false);
        var other = await stage.EnteredAsync(Plan(), publish: false);
        var shown = await stage.EnteredAsync(Plan());
        TravelTime.MoveTo(London.ToUtc(Day.AddDays(1), new TimeOnly(9, 0)));
        var later = Plan(on: Day.AddDays(14));

        Assert.True((await stage.SaveAsync(draft, later)).Ok);
        Assert.False((await stage.SaveAsync(shown, later)).Ok);
        foreach (var (id, may) in new[] { (other, true), (shown, false) })
            Assert.Equal(
                may,
                (
                    await stage.ByAsync<CancelEvent, Result>(
                        DeskStage.Officer,
                        (act, actor) => act.RunAsync(new(id), actor, default)
                    )
                ).Ok
            );
    }

    private static Task<WorkNotice?> NoticeAsync(EventStage stage) =>
        stage.Desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetServices<IWorkNotice>()
                    .OfType<HeldBookings>()
                    .Single()
                    .OfAsync(actor, new DateOnly(2026, 5, 15), default)
        );

    private static Task<Result> LetInAsync(EventStage stage, Guid booking) =>
        stage.ByAsync<LetInBooking, Result>(
            DeskStage.Officer,
            (act, actor) => act.RunAsync(new(booking), actor, default)
        );

    private static Task<Result> ThrowAwayAsync(EventStage stage, Guid booking) =>
        stage.ByAsync<CancelBooking, Result>(
            DeskStage.Officer,
            (act, actor) => act.RunAsync(new(booking), actor, default)
        );

    public sealed class OnSqlite(SqliteHost on) : BookingTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on) : BookingTests(on), IClassFixture<PostgresHost>;
}
