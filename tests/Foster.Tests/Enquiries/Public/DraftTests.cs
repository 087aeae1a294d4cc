using System.Net;
using Foster.TestKit;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>How answers are kept between the pages (rows 5 and 42 of the thresholds).</summary>
public abstract class DraftTests(FosterHost host)
{
    [Fact]
    public async Task Looking_at_pages_stores_nothing_and_sets_no_cookie_of_its_own()
    {
        using var visitor = host.Visitor();
        var before = await DraftsAsync();

        foreach (
            var path in (string[])["/enquire", "/enquire/name", "/enquire/check", "/enquire/sent"]
        )
            await visitor.GetAsync(path);

        Assert.Equal(before, await DraftsAsync());
        Assert.DoesNotContain(visitor.Cookies.Names, n => n.Contains("enquiry"));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_ends_with_the_browser()
    {
        using var visitor = host.Visitor();
        await new EnquiryWalk(visitor).ToAsync("contact");

        var cookie = visitor.Cookies.Find(visitor.Cookies.Names.Single(n => n.Contains("enquiry")));

        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteMode.Lax, cookie.SameSite);
        Assert.Null(cookie.Expires);
        Assert.Null(cookie.MaxAge);
        Assert.Equal(32, cookie.Value.Length);
    }

    [Fact]
    public async Task Answers_are_not_in_the_clear_in_the_database()
    {
        using var visitor = host.Visitor();
        await new EnquiryWalk(visitor)
            .Answer("name", f => f.Fill("First name", "Plainword").Fill("Last name", "Example"))
            .ToAsync("contact");

        var kept = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<JourneyDraft>()
                .Select(d => d.Answers)
                .ToListAsync()
        );

        Assert.NotEmpty(kept);
        Assert.All(kept, a => Assert.DoesNotContain("Plainword", a));
    }

    [Fact]
    public async Task An_unknown_question_is_not_found_and_jumping_ahead_leads_to_the_first_open_question()
    {
        using var visitor = host.Visitor();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync("/enquire/shoe-size")).Status
        );
        await new EnquiryWalk(visitor).ToAsync("contact");

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync("/enquire/shoe-size")).Status
        );
        Assert.Equal("Page not found – Foster", visitor.Page!.Title);
        Assert.Single(visitor.Page.Document.QuerySelectorAll("main"));
        Assert.Equal("/enquire/contact", (await visitor.GetAsync("/enquire/privacy")).Path);
        Assert.Equal(
            "/enquire/contact",
            (await visitor.GetAsync("/enquire/check")).Address.AbsolutePath
        );
        Assert.Equal("/enquire/name", (await visitor.GetAsync("/enquire/name")).Path);
    }

    [Fact]
    public async Task Answers_of_more_than_24_hours_ago_are_gone_and_the_page_says_so()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor);
        var page = await walk.ToAsync("contact");
        host.Clock.Advance(TimeSpan.FromHours(23));
        page = await walk.AnswerAsync(page);
        Assert.Equal("/enquire/together", page.Path);

        host.Clock.Advance(TimeSpan.FromHours(24));
        page = await walk.AnswerAsync(page);

        Assert.Equal("/enquire/start-again", page.Path);
        Assert.Equal("Your answers are no longer here", page.Heading);
        Assert.Contains("24 hours", page.Text);
        page = await page.FollowAsync("Start again");
        Assert.Equal("", page.Form().Value("First name"));
        Assert.Equal("/enquire/sent", (await walk.ResumeAsync()).Path);
    }

    [Fact]
    public async Task Expired_drafts_are_erased_by_whoever_comes_next()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var first = host.Visitor();
        await new EnquiryWalk(first).ToAsync("contact");
        host.Clock.Advance(TimeSpan.FromDays(400));

        using var second = host.Visitor();
        await new EnquiryWalk(second).ToAsync("contact");

        Assert.Equal(1, await DraftsAsync());
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task Two_windows_of_one_browser_keep_both_answers()
    {
        using var one = host.Visitor();
        var walk = new EnquiryWalk(one);
        var contact = await walk.ToAsync("contact");
        using var two = host.Visitor();
        foreach (var name in one.Cookies.Names)
            two.Cookies.Set(name, one.Cookies[name]!);
        var names = await two.GetAsync("/enquire/name");

        await Task.WhenAll(
            walk.AnswerAsync(contact),
            names.Form().Fill("First name", "Anna").SubmitAsync()
        );

        Assert.Equal("Anna", (await one.GetAsync("/enquire/name")).Form().Value("First name"));
        Assert.Equal(
            "ann@example.org",
            (await one.GetAsync("/enquire/contact")).Form().Value("Email address (optional)")
        );
    }

    [Fact]
    public async Task The_start_page_offers_to_carry_on_or_to_erase_and_start_again()
    {
        using var visitor = host.Visitor();
        await new EnquiryWalk(visitor).ToAsync("contact");

        var page = await visitor.GetAsync("/enquire");
        var on = await page.FollowAsync("Carry on with my enquiry");
        Assert.Equal("/enquire/contact", on.Address.AbsolutePath);
        page = await visitor.GetAsync("/enquire");
        page = await page.Form().SubmitAsync("Erase it and start again");

        Assert.Equal("/enquire/name", page.Path);
        Assert.Equal("", page.Form().Value("First name"));
    }

    private Task<int> DraftsAsync() =>
        host.InScopeAsync(s => s.GetRequiredService<FosterDb>().Set<JourneyDraft>().CountAsync());

    public sealed class OnSqlite(SqliteDemoHost host)
        : DraftTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : DraftTests(host),
            IClassFixture<PostgresDemoHost>;
}
