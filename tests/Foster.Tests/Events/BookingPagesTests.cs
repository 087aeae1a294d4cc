using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Events.EventStage;

namespace Foster.Tests.Events;

/// <summary>M-HUB-11 on the pages: of the public, of the holder of a link and of staff.</summary>
public abstract class BookingPagesTests(FosterHost host)
{
    private const string Now = "2026-05-15 10:00";
    private const string Library = "Meet carers at the library, Friday 29 May 2026, 2pm to 4pm";

    [Fact]
    public async Task The_hidden_box_holds_a_booking_back_and_staff_let_it_in()
    {
        host.Clock.Set(Now);
        var email = $"{Guid.NewGuid():N}@foster.example";
        var page = await BookedAsync(
            email,
            f => f.Fill("Leave this box empty", "https://spam.example")
        );
        Assert.Contains("We have your booking", page.Text, StringComparison.Ordinal);
        Assert.Equal(BookingState.Held, await StateAsync(email));
        Assert.Empty(host.Mail.To(email));

        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        page = await (await officer.GetAsync(EventLinks.List)).FollowAsync(Library);
        Assert.Contains("looks as if a program had sent it", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync($"Look at it: Robin, {email}");
        Assert.Empty(page.Faults());
        Assert.NotEmpty((await page.Form("main form").SubmitAsync("Decide")).ErrorSummary);
        page = await page.Form("main form")
            .Choose("Did a person send it?", "Let it in")
            .SubmitAsync("Decide");
        Assert.Equal(BookingState.Booked, await StateAsync(email));
        Assert.Single(await host.Mail.WaitForAsync(email));
        Assert.DoesNotContain("Look at it: Robin", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_answer_a_call_is_called_again_from_the_work_page()
    {
        host.Clock.Set(Now);
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        // Nia of the demonstration booked a call and did not answer it.
        var page = await (await officer.GetAsync("/staff")).FollowAsync("Call them again");
        Assert.Empty(page.Faults());
        Assert.Contains("0151 496 0177", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("Say how it went with Nia, nia.demo@example.org");
        Assert.Empty(page.Faults());
        Assert.NotEmpty((await page.Form("main form").SubmitAsync()).ErrorSummary);
        page = await page.Form("main form")
            .Choose("How did it go?", "We spoke with them")
            .SubmitAsync("Save how it went");

        Assert.Contains("It is noted how it went", page.Notification, StringComparison.Ordinal);
        Assert.Contains("Nobody has to be called again", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_cancel_a_booking_on_its_page_and_the_link_says_so()
    {
        host.Clock.Set(Now);
        var email = $"{Guid.NewGuid():N}@foster.example";
        await BookedAsync(email);
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await (await officer.GetAsync(EventLinks.List)).FollowAsync(Library);
        page = await page.FollowAsync($"Cancel it for Robin, {email}");
        Assert.Empty(page.Faults());
        var address = page.Path;
        page = await page.Form("main form").SubmitAsync("Cancel this booking");
        Assert.Contains("The booking is cancelled", page.Text, StringComparison.Ordinal);
        Assert.Equal(BookingState.Cancelled, await StateAsync(email));
        Assert.Contains(
            "cannot be cancelled any more",
            (await officer.GetAsync(address)).Text,
            StringComparison.Ordinal
        );

        var mails = await host.Mail.WaitForAsync(email, 2);
        var link = mails.Single(m => m.Subject.Contains("is cancelled")).Link("/booking/");
        using var robin = host.Visitor();
        Assert.Contains("Cancelled", (await robin.GetAsync(link)).Text, StringComparison.Ordinal);
        foreach (var name in new[] { "assessor", "supervisor" })
        {
            using var other = host.Visitor();
            await other.SignInAsync($"{name}@foster.example");
            Assert.NotEqual(HttpStatusCode.OK, (await other.GetAsync(address)).Status);
        }

        using var elsewhere = host.Visitor();
        await elsewhere.SignInAsync("manager@other.foster.example");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_link_whose_time_is_over_says_whom_to_call_and_one_that_never_was_is_unknown()
    {
        host.Clock.Set(Now);
        var email = $"{Guid.NewGuid():N}@foster.example";
        await BookedAsync(email);
        var link = (await host.Mail.WaitForAsync(email)).Single().Link("/booking/");
        using var robin = host.Visitor();
        Assert.Equal("Your booking", (await robin.GetAsync(link)).Heading);
        host.Clock.Set("2026-06-06 10:00");

        var page = await robin.GetAsync(link);
        Assert.Equal((HttpStatusCode.Gone, "This link has expired"), (page.Status, page.Heading));
        Assert.Contains("0151", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", page.Body, StringComparison.Ordinal);
        Assert.Empty(page.Faults());
        page = await robin.GetAsync($"/booking/{new string('a', 40)}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        host.Clock.Set(Now);
    }

    [Fact]
    public async Task Full_times_for_calls_hide_no_free_one_and_events_go_on_beyond_a_page()
    {
        host.Clock.Set(Now);
        var stage = await OpenAsync(host);
        var call = Plan(EventKind.CallBack, places: 1);
        await stage.EnteredAsync(call, weeks: 26);
        var free = await stage.EnteredAsync(
            call with
            {
                StartsAt = call.StartsAt.AddDays(300),
                EndsAt = call.EndsAt.AddDays(300),
            }
        );
        await stage.EnteredAsync(Plan(), weeks: 26);
        await stage.EnteredAsync(Plan(on: Day.AddDays(400)), weeks: 4);
        var full = await stage.Desk.ReadAsync(db =>
            db.Set<FosteringEvent>()
                .Where(e => e.CouncilId == stage.Desk.Council.Id)
                .Where(e => e.Kind == EventKind.CallBack && e.Id != free)
                .Select(e => e.Id)
                .ToListAsync()
        );
        foreach (var id in full)
            await stage.BookedAsync(id, "ada");

        Assert.Equal([free], (await AllAsync(stage, calls: true)).Select(l => l.Id));
        var events = await AllAsync(stage, calls: false);
        Assert.Equal(30, events.Count);
        Assert.Equal(events.OrderBy(e => e.StartsAt).Select(e => e.Id), events.Select(e => e.Id));

        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(EventLinks.Public);
        var next = page.Links.Single(l => l.TextContent.Contains("Next", StringComparison.Ordinal));
        Assert.StartsWith(
            EventLinks.Public + "?after=",
            next.GetAttribute("href"),
            StringComparison.Ordinal
        );
        page = await visitor.GetAsync(next.GetAttribute("href")!);
        Assert.Contains("An evening with carers", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Faults());
        Assert.Equal(
            HttpStatusCode.OK,
            (await visitor.GetAsync(EventLinks.Public + "?after=nonsense")).Status
        );
    }

    /// <summary>Every page after the other, and of them what is the desk's.</summary>
    private Task<List<EventLine>> AllAsync(EventStage stage, bool calls) =>
        host.InScopeAsync(async services =>
        {
            var reads = services.GetRequiredService<EventReads>();
            var found = new List<EventLine>();
            string? after = null;
            for (var pages = 0; pages < 20; pages++)
            {
                var page = await reads.ComingAsync(calls, after, default);
                Assert.True(page.Items.Count <= EventReads.PageSize);
                found.AddRange(page.Items.Select(i => i.Line));
                if ((after = page.Next) is null)
                    break;
            }
            return found.FindAll(l => l.CouncilId == stage.Desk.Council.Id);
        });

    private async Task<HtmlPage> BookedAsync(string email, Action<HtmlForm>? also = null)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(EventLinks.Public);
        page = await page.FollowAsync($"Read more and book: {Library}");
        var form = page.Form("main form")
            .Fill("First name", "Robin")
            .Fill("Email address", email)
            .Fill("How many of you are coming?", "1");
        also?.Invoke(form);
        return await form.SubmitAsync();
    }

    private Task<BookingState> StateAsync(string email) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Booking>()
                .IgnoreQueryFilters()
                .Where(b => b.Email == email)
                .Select(b => b.State)
                .SingleAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost on)
        : BookingPagesTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : BookingPagesTests(on),
            IClassFixture<PostgresDemoHost>;
}
