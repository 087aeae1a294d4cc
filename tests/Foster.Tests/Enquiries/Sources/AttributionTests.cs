using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Sources;

/// <summary>M-HUB-09: first- and last-touch source of an enquiry.</summary>
public abstract class AttributionTests(FosterHost host)
{
    private const string Now = "2026-05-15 10:00";

    [Fact]
    public async Task Known_links_count_and_without_one_what_they_say()
    {
        host.Clock.Set(Now);
        var desk = await new DeskStage(host).OpenAsync();
        var (bus, ad) = (SourceStage.Key(), SourceStage.Key());
        var busId = await desk.EnteredAsync(bus);
        var adId = await desk.EnteredAsync(ad, EnquirySource.SearchAd);

        var both = await desk.FromAsync(host, "ada", bus, ad, "From a foster carer");
        Assert.Equal((EnquirySource.Radio, EnquirySource.SearchAd), Of(both));
        Assert.Equal((busId, adId), (both.FirstCampaignId, both.LastCampaignId));
        var lastOnly = await desk.FromAsync(host, "bea", "no-such-key", ad);
        Assert.Equal((EnquirySource.SearchAd, EnquirySource.SearchAd), Of(lastOnly));
        var firstOnly = await desk.FromAsync(host, "cem", bus, "no-such-key");
        Assert.Equal((EnquirySource.Radio, EnquirySource.Radio), Of(firstOnly));
        var unknown = await desk.FromAsync(
            host,
            "dot",
            "no-such-key",
            null,
            "Searching the internet"
        );
        Assert.Equal((EnquirySource.OrganicSearch, EnquirySource.OrganicSearch), Of(unknown));
        Assert.Null(unknown.FirstCampaignId);
    }

    [Fact]
    public async Task Every_answer_to_how_they_heard_is_a_source_and_anything_else_is_unknown()
    {
        var expected = new Dictionary<string, EnquirySource>
        {
            ["From a foster carer"] = EnquirySource.WordOfMouth,
            ["From a friend or relative"] = EnquirySource.WordOfMouth,
            ["Searching the internet"] = EnquirySource.OrganicSearch,
            ["Social media"] = EnquirySource.SocialAd,
            ["The council’s website"] = EnquirySource.CouncilWebsite,
            ["Radio or television"] = EnquirySource.Radio,
            ["A newspaper or magazine"] = EnquirySource.Press,
            ["A poster, leaflet or banner"] = EnquirySource.Radio,
            ["At an event"] = EnquirySource.Event,
            ["A school, a faith or a community group"] = EnquirySource.Community,
            ["Through my employer"] = EnquirySource.Employer,
            ["I have asked you before"] = EnquirySource.PreviousEnquirer,
            ["Another way"] = EnquirySource.Unknown,
        };

        Assert.Equal(ChannelWords.HeardFrom.Order(), expected.Keys.Order());
        Assert.All(expected, e => Assert.Equal(e.Value, SourceWords.Said(e.Key, Channel.Web)));
        Assert.Equal(EnquirySource.Unknown, SourceWords.Said("a poster", Channel.Telephone));
        Assert.Equal(EnquirySource.Unknown, SourceWords.Said(null, Channel.Telephone));
        Assert.Equal(EnquirySource.Event, SourceWords.Said(null, Channel.Event));
        Assert.Equal(
            EnquirySource.Press,
            SourceWords.Said("A newspaper or magazine: the Example Echo", Channel.Telephone)
        );
        await Task.CompletedTask;
    }

    [Fact]
    public async Task M_HUB_10_who_comes_back_keeps_the_first_source_and_a_booking_is_an_event()
    {
        host.Clock.Set(Now);
        var desk = await new DeskStage(host).OpenAsync();
        var bus = SourceStage.Key();
        var busId = await desk.EnteredAsync(bus);
        await LeaveAsync(desk, "ada", bus);
        await LeaveAsync(desk, "bea", null);
        await BookAsync(desk, "cem");
        host.Clock.Set("2026-08-15 10:00");

        var ada = await desk.FromAsync(host, "ada", null, null, "Social media");
        Assert.Equal((EnquirySource.Radio, EnquirySource.PreviousEnquirer), Of(ada));
        Assert.Equal(busId, ada.FirstCampaignId);
        var bea = await desk.FromAsync(host, "bea", null, null, "Social media");
        Assert.Equal((EnquirySource.PreviousEnquirer, EnquirySource.PreviousEnquirer), Of(bea));
        var cem = await desk.FromAsync(host, "cem", null, null, "Social media");
        Assert.Equal((EnquirySource.Event, EnquirySource.Event), Of(cem));
    }

    [Theory]
    [InlineData(0, 0, true, "first-key")]
    [InlineData(29, 1, true, "first-key")]
    [InlineData(31, 1, true, "last-key")]
    [InlineData(40, 31, false, "")]
    [InlineData(0, -1, false, "")]
    public async Task Links_of_more_than_30_days_ago_or_of_the_future_do_not_count(
        int firstDaysAgo,
        int lastDaysAgo,
        bool counts,
        string first
    )
    {
        host.Clock.Set(Now);
        long Minutes(int days) =>
            host.Clock.GetUtcNow().AddDays(-days).UtcDateTime.Ticks / TimeSpan.TicksPerMinute;

        var came = await ReadAsync(
            $"first-key.{Minutes(firstDaysAgo)}.last-key.{Minutes(lastDaysAgo)}"
        );

        Assert.Equal(counts, came is not null);
        Assert.Equal(first, came?.FirstKey ?? "");
        Assert.Equal(counts ? "last-key" : "", came?.LastKey ?? "");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b.c.d")]
    [InlineData("key-one.1.key-two.99999999999999999999")]
    [InlineData("key-one.1.key-two.9223372036854775807")]
    [InlineData("key-one.-5.key-two.-5")]
    [InlineData("'; drop table--.1.key.1")]
    [InlineData("KEY.1.KEY.1")]
    [InlineData("....")]
    public async Task A_cookie_that_somebody_wrote_themselves_is_none(string cookie) =>
        Assert.Null(await ReadAsync(cookie));

    [Fact]
    public async Task A_public_page_remembers_known_keys_in_one_cookie_after_a_yes_and_nothing_else()
    {
        host.Clock.Set(Now);
        var desk = await new DeskStage(host).OpenAsync();
        var (bus, ad) = (SourceStage.Key(), SourceStage.Key());
        await desk.EnteredAsync(bus);
        await desk.EnteredAsync(ad);
        using var visitor = host.Visitor();

        foreach (
            var hostile in (string[])
                [
                    "/?from=no-such-key",
                    "/?from=",
                    "/?from=%3Cscript%3E",
                    $"/?from={new string('a', 3000)}",
                    "/?from=' or 1=1",
                ]
        )
            Assert.True((int)(await visitor.GetAsync(hostile)).Status < 500, hostile);
        Assert.Empty(visitor.Cookies.Names);

        var page = await visitor.GetAsync($"/?from={bus.ToUpperInvariant()}");
        Assert.DoesNotContain(visitor.Cookies.Names, IsTrail);
        await page.Form("main form").SubmitAsync("Yes, remember it");
        host.Clock.Set("2026-05-20 10:00");
        await visitor.GetAsync($"/enquire?utm_source={ad}");
        var name = Assert.Single(visitor.Cookies.Names, IsTrail);
        var cookie = visitor.Cookies.Find(name);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(Microsoft.Net.Http.Headers.SameSiteMode.Lax, cookie.SameSite);
        Assert.Equal(TimeSpan.FromDays(30), cookie.MaxAge);
        Assert.Equal([bus, ad], cookie.Value.ToString().Split('.').Where((_, i) => i % 2 == 0));

        // The page that is kept for visitors carries nobody's key, and is there after a visit by link as before.
        using var next = host.Visitor();
        await next.GetAsync("/enquire");
        Assert.Empty(next.Cookies.Names);
        next.Headers["Sec-GPC"] = "1";
        await next.GetAsync($"/?from={bus}");
        Assert.Empty(next.Cookies.Names);
        Assert.Contains(name, (await next.GetAsync("/cookies")).Text, StringComparison.Ordinal);
    }

    private static bool IsTrail(string name) =>
        name.EndsWith("foster-from", StringComparison.Ordinal);

    private static (EnquirySource?, EnquirySource?) Of(Enquiry enquiry) =>
        (enquiry.FirstSource, enquiry.LastSource);

    private Task<CameBy?> ReadAsync(string cookie) =>
        host.InScopeAsync(s =>
        {
            var trail = s.GetRequiredService<TrailCookie>();
            var context = new DefaultHttpContext();
            context.Request.Headers.Cookie = $"{trail.Name}={cookie}";
            return Task.FromResult(trail.Read(context));
        });

    private Task LeaveAsync(DeskStage desk, string name, string? key) =>
        host.InScopeAsync(async s =>
        {
            var now = host.Clock.GetUtcNow().UtcDateTime;
            var left = await s.GetRequiredService<LeaveKeepWarm>()
                .RunAsync(
                    new(
                        desk.Council.Id,
                        name,
                        $"{name}@foster.example",
                        new DateOnly(2026, 8, 1),
                        AskEvery.SixMonths,
                        true,
                        key is null ? null : new CameBy(key, now, key, now)
                    ),
                    s.GetRequiredService<ActorSource>().Anyone(desk.Council.Id),
                    default
                );
            Assert.True(left.Ok, left.Reasons);
        });

    private async Task BookAsync(DeskStage desk, string name)
    {
        var day = new DateOnly(2026, 5, 29);
        var saved = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SaveEvent>()
                    .RunAsync(
                        new(
                            null,
                            new(
                                EventKind.DropIn,
                                "Meet carers",
                                London.ToUtc(day, new(14, 0)),
                                London.ToUtc(day, new(16, 0)),
                                "Library",
                                "",
                                "",
                                5,
                                0
                            ),
                            Publish: true
                        ),
                        actor,
                        default
                    )
        );
        await host.InScopeAsync(async s =>
        {
            var booked = await s.GetRequiredService<BookPlace>()
                .RunAsync(
                    new(saved.Value, name, $"{name}@foster.example", null, 1, null),
                    s.GetRequiredService<ActorSource>().Anyone(desk.Council.Id),
                    default
                );
            Assert.True(booked.Ok, booked.Reasons);
        });
    }

    public sealed class OnSqlite(SqliteHost on) : AttributionTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : AttributionTests(on),
            IClassFixture<PostgresHost>;
}
