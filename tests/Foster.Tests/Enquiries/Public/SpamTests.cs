using System.Net;
using System.Text.RegularExpressions;
using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>Programs at the public forms (row 13 of the thresholds, R-ENQ-01, R-ENQ-02).</summary>
public abstract class SpamTests(FosterHost host)
{
    [Fact]
    public async Task A_fast_sender_is_told_the_same_and_is_an_ordinary_enquiry_once_let_in()
    {
        host.Clock.Set("2026-05-15 10:00");
        var page = await new EnquiryWalk(host.Visitor()).SendAsync();
        Assert.Equal("Enquiry sent", page.Heading);
        Assert.Contains("We will call you by Monday 18 May 2026", page.Text);
        var reference = EnquiryWalk.ReferenceOf(page);
        var aside = await AsideAsync(reference);
        Assert.Equal(SetAsideState.Waiting, aside.State);
        Assert.Null(await EnquiryAsync(aside.CaseId));

        host.Clock.Set("2026-06-15 10:00");
        using var officer = host.Visitor();
        await officer.SignInAsync("manager@other.foster.example");
        page = await officer.GetAsync("/staff/enquiries/set-aside");
        Assert.Contains("Ann Example", page.Text);
        page = await officer.GetAsync($"/staff/enquiries/set-aside/{aside.Id}");
        Assert.Contains("answered very fast", page.Text);
        page = await page.Form().Choose("What is it?", "Let it in").SubmitAsync("Decide");
        Assert.Equal($"/staff/enquiries/{aside.CaseId}", page.Path);
        Assert.Contains($"It is let in as enquiry {reference}", page.Notification);

        var enquiry = (await EnquiryAsync(aside.CaseId))!;
        Assert.Equal(new DateOnly(2026, 5, 15), enquiry.ReceivedOn);
        Assert.Equal(new DateOnly(2026, 5, 18), enquiry.NextDueOn);
        Assert.Equal("The website", enquiry.ReceivedBy);
        page = await officer.GetAsync($"/staff/enquiries/{aside.CaseId}");
        Assert.Contains(reference, page.Text);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task The_hidden_box_sets_aside_and_what_is_binned_needs_a_reason()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        var check = await new EnquiryWalk(visitor).ToAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var page = await check
            .Form()
            .Fill("Leave this box empty", "https://spam.example")
            .SubmitAsync("Send my enquiry");
        var aside = await AsideAsync(EnquiryWalk.ReferenceOf(page));
        Assert.Equal(nameof(SpamSign.HiddenBox), aside.Signs);

        using var officer = host.Visitor();
        await officer.SignInAsync("manager@other.foster.example");
        page = await officer.GetAsync($"/staff/enquiries/set-aside/{aside.Id}");
        page = await page.Form()
            .Choose("What is it?", "Throw it away")
            .Fill("Why, if you throw it away?", "Spam")
            .SubmitAsync("Decide");
        Assert.Single(page.ErrorSummary);
        page = await page.Form()
            .Fill("Why, if you throw it away?", "An advertisement for medicines")
            .SubmitAsync("Decide");
        Assert.Equal(SetAsideState.Binned, (await AsideAsync(aside.Reference)).State);
        var link = (
            await host.Mail.WaitAsync(
                1,
                m => m.IsFor("ann@example.org") && m.Text.Contains(aside.Reference)
            )
        )[^1];
        page = await visitor.GetAsync(link.Link("/enquiry/"));
        Assert.Equal((HttpStatusCode.Gone, "This link has expired"), (page.Status, page.Heading));
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task R_ENQ_02_the_team_is_told_on_the_day_a_promised_call_of_a_set_aside_form_falls_due()
    {
        host.Clock.Set("2026-05-15 10:00");
        var sent = await new EnquiryWalk(host.Visitor())
            .Answer("council", f => f.Choose(Council, "Harbourside Council"))
            .SendAsync();
        Assert.Contains("Monday 18 May 2026", sent.Text);
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var before = Due(await officer.GetAsync("/staff"));

        host.Clock.Set("2026-05-18 08:00");
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff");
        Assert.Equal(before + 1, Due(page));
        page = await page.FollowAsync("Look at what was set aside");
        Assert.Equal("/staff/enquiries/set-aside", page.Path);
        using var assessor = host.Visitor();
        await assessor.SignInAsync("assessor@foster.example");
        Assert.Equal(0, Due(await assessor.GetAsync("/staff")));
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task The_list_goes_on_beyond_a_page_with_the_earliest_promise_first()
    {
        host.Clock.Set("2026-05-15 10:00");
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            s.GetRequiredService<ActorSource>().System(council.Id);
            for (var i = 0; i < 130; i++)
                db.Add(
                    new SetAsideForm
                    {
                        CouncilId = council.Id,
                        CaseId = Guid.CreateVersion7(),
                        EnquiryId = Guid.CreateVersion7(),
                        ApplicantId = Guid.CreateVersion7(),
                        Reference = $"HAR-P{i:000}",
                        Kind = SetAsideKind.KeepWarm,
                        ReceivedAt = new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc),
                        PromisedOn = new DateOnly(2026, 1, 1).AddDays(i / 3),
                        Name = $"Paged {i:000}",
                        Signs = nameof(SpamSign.TooFast),
                        Content = "{}",
                    }
                );
            await db.SaveChangesAsync();
        });
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/set-aside?state=Waiting");
        var names = new List<string>();
        for (var pages = 0; pages < 10; pages++)
        {
            names.AddRange(
                page.Document.QuerySelectorAll("main table a")
                    .Select(a => a.TextContent.Trim())
                    .Where(n => n.StartsWith("Paged", StringComparison.Ordinal))
            );
            var next = page.Links.FirstOrDefault(l => l.TextContent.Contains("Next"));
            if (next is null)
                break;
            page = await officer.GetAsync(next.GetAttribute("href")!);
        }
        // Each once, and those of an earlier day before those of a later one.
        Assert.Equal(Enumerable.Range(0, 130).Select(i => $"Paged {i:000}"), names.Order());
        var days = names.ConvertAll(n => int.Parse(n[^3..]) / 3);
        Assert.Equal(days.Order(), days);
    }

    /// <summary>How many promised calls the page speaks of.</summary>
    private static int Due(HtmlPage page) =>
        Regex.Match(page.Text, @"(\d+) enquir(y|ies) that w(as|ere) set aside")
            is { Success: true } said
            ? int.Parse(said.Groups[1].Value)
            : 0;

    private const string Council = "Which council would you like to foster for?";

    [Fact]
    public async Task None_of_200_plausible_people_is_set_aside()
    {
        await host.InScopeAsync(s =>
        {
            var trap = s.GetRequiredService<SpamTrap>();
            var now = s.GetRequiredService<LondonClock>().Now;
            for (var person = 0; person < 200; person++)
            {
                var pages = 15 + person % 10;
                var took = TimeSpan.FromSeconds(pages * (3 + person % 20));
                Assert.Empty(trap.SignsOf(false, now - took, pages));
            }
            Assert.NotEmpty(trap.SignsOf(false, now - TimeSpan.FromSeconds(15), 15));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Thirty_people_of_a_library_get_through_and_the_flood_is_told_when_to_come_back()
    {
        host.Clock.Set("2026-05-16 10:00");
        for (var person = 0; person < 30; person++)
        {
            using var reader = host.Visitor();
            Assert.Equal("/enquire/date-of-birth", (await BeginAsync(reader)).Path);
        }
        HtmlPage page;
        var more = 0;
        do
        {
            using var bot = host.Visitor();
            page = await BeginAsync(bot);
        } while (page.Status == HttpStatusCode.OK && ++more < 100);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(30, more);
        Assert.Equal("600", page.Headers["Retry-After"]);
        Assert.Contains("Try again in 10 minutes", page.ErrorSummary[0].Text);
        Assert.Equal("Ann", page.Form().Value("First name"));
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        using var later = host.Visitor();
        Assert.Equal("/enquire/date-of-birth", (await BeginAsync(later)).Path);
        host.Clock.Set("2026-05-15 10:00");
    }

    private static async Task<HtmlPage> BeginAsync(HtmlVisitor visitor) =>
        await new EnquiryWalk(visitor).AnswerAsync(await visitor.GetAsync("/enquire/name"));

    private Task<SetAsideForm> AsideAsync(string reference) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<SetAsideForm>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .SingleAsync(a => a.Reference == reference)
        );

    private Task<Enquiry?> EnquiryAsync(Guid caseId) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Enquiry>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .SingleOrDefaultAsync(e => e.CaseId == caseId)
        );

    private static readonly Dictionary<string, string> Watchful = new()
    {
        ["Spam:SecondsAPage"] = "2",
        ["Spam:PerAddress"] = "60",
    };

    public sealed class SqliteWatch : SqliteDemoHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => Watchful;
    }

    public sealed class PostgresWatch : PostgresDemoHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => Watchful;
    }

    public sealed class OnSqlite(SqliteWatch host) : SpamTests(host), IClassFixture<SqliteWatch>;

    public sealed class OnPostgres(PostgresWatch host)
        : SpamTests(host),
            IClassFixture<PostgresWatch>;
}
