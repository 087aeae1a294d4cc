using System.Net;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Operate;

public abstract class PublicPagesTests(FosterHost host)
{
    public static TheoryData<string> Addresses =>
        [
            "/",
            "/contact",
            "/privacy",
            "/privacy?council=har",
            "/privacy?council=nobody",
            "/cookies",
            "/accessibility",
            "/events",
            "/payments-and-allowances",
            "/charter",
            "/signed-out",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task It_answers_with_one_heading_and_the_public_links(string address)
    {
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEqual("", page.Heading);
        foreach (
            var link in new[] { "/", "/events", "/payments-and-allowances", "/charter", "/enquire" }
        )
            Assert.Contains(page.Links, l => l.GetAttribute("href") == link);
        foreach (var link in new[] { "/privacy", "/cookies", "/accessibility", "/contact" })
            Assert.Contains(page.Links, l => l.GetAttribute("href") == link);
    }

    [Fact]
    public async Task Titles_are_all_different()
    {
        using var visitor = host.Visitor();
        var titles = new List<string>();
        foreach (
            var address in new[]
            {
                "/",
                "/contact",
                "/privacy",
                "/privacy?council=HAR",
                "/privacy?council=WES",
                "/cookies",
                "/accessibility",
                "/events",
                "/payments-and-allowances",
                "/charter",
                "/signed-out",
                "/demo",
                "/demo/messages",
                "/sign-in",
            }
        )
            titles.Add((await visitor.GetAsync(address)).Title);

        Assert.Equal(titles.Count, titles.Distinct().Count());
    }

    [Fact]
    public async Task The_home_page_says_how_long_each_step_takes_R_ENQ_02_R_APP_01_R_APP_09()
    {
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync("/");

        Assert.Contains("calls you within 1 working day", page.Text);
        Assert.Contains("visit within 5 working days", page.Text);
        Assert.Contains("This takes up to 2 months", page.Text);
        Assert.Contains(
            "we aim for 6 months. The national standard is no more than 8 months",
            page.Text
        );
        Assert.Contains("0151 496 0100", page.Text);
        Assert.Contains("0151 496 0300", page.Text);
    }

    [Fact]
    public async Task The_contact_page_has_every_team_with_its_hours()
    {
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync("/contact");

        foreach (
            var said in new[]
            {
                "Harbourside fostering team",
                "Westmoor fostering team",
                "0151 496 0199",
                "Monday to Friday, 8.30am to 4.30pm",
                "fostering@westmoor.foster.example",
                "CH41 0ZZ",
            }
        )
            Assert.Contains(said, page.Text);
    }

    [Fact]
    public async Task What_a_council_publishes_is_shown_and_what_it_does_not_is_said()
    {
        using var visitor = host.Visitor();
        Assert.Contains(
            "Westmoor Council has not published its payments here yet.",
            (await visitor.GetAsync("/payments-and-allowances")).Text
        );
        Assert.Contains(
            "Westmoor Council has not published a charter here yet.",
            (await visitor.GetAsync("/charter")).Text
        );
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "WES");
            council.PaymentsStatement = "First <b>part</b>.\n\nSecond part.";
            council.CharterStatement = "We answer the telephone.";
            await db.SaveChangesAsync();
        });

        var payments = await visitor.GetAsync("/payments-and-allowances");
        var charter = await visitor.GetAsync("/charter");

        Assert.Contains("First <b>part</b>.", payments.Text);
        Assert.Contains(
            payments.Document.QuerySelectorAll("p"),
            p => p.TextContent == "Second part."
        );
        Assert.Contains("We answer the telephone.", charter.Text);
        Assert.Contains("Harbourside Council has not published", charter.Text);
    }

    [Fact]
    public async Task The_cookies_page_names_every_cookie_that_the_site_sets()
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync("recruitment@foster.example");
        var listed = (await visitor.GetAsync("/cookies"))
            .Document.QuerySelectorAll("tbody th")
            .Select(c => c.TextContent.Trim())
            .ToList();

        Assert.True(visitor.Cookies.Names.Count() >= 2);
        Assert.Empty(visitor.Cookies.Names.Except(listed));
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : PublicPagesTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : PublicPagesTests(host),
            IClassFixture<PostgresDemoHost>;
}

/// <summary>A new installation, without a council and without the demonstration.</summary>
public sealed class EmptyInstallationTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/contact")]
    [InlineData("/privacy")]
    [InlineData("/accessibility")]
    [InlineData("/events")]
    [InlineData("/payments-and-allowances")]
    [InlineData("/charter")]
    public async Task Public_pages_answer_without_any_council(string address)
    {
        using var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("/demo")]
    [InlineData("/demo/messages")]
    public async Task The_demonstration_is_an_unknown_page(string address)
    {
        using var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
    }
}
