using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Foster.TestKit;
using Xunit;

namespace Foster.Browser;

/// <summary>The crawl sees what it is for: each breach that is planted in a page is found.</summary>
public sealed class PlantedTests(SqliteHost host) : BrowserTest(host), IClassFixture<SqliteHost>
{
    private const string Whole = """
        <!DOCTYPE html><html lang=en-GB><title>A page – Foster</title>
        <style>.broad { width: 600px } .cut { width: 60px; overflow: hidden; white-space: nowrap } .blind:focus { outline: none }
        .pale { color: #aaa } .narrow { width: 40px; display: block }</style>
        <body><a href="#main" class="govuk-skip-link">Skip to main content</a>
        <main id=main tabindex=-1><h1>A page</h1><p>All is well. <a href="#main">To the top</a></p>BREACH</main></body></html>
        """;

    [Fact]
    public async Task A_page_without_a_breach_is_clean() => Assert.Empty(await LookAsync(""));

    [Theory]
    [InlineData("<input>", "axe label")]
    [InlineData("<p class=pale>pale</p>", "axe color-contrast")]
    [InlineData("<div class=broad>broad</div>", "must be scrolled sideways at 320 px: div.broad")]
    [InlineData(
        "<p class=cut>This is cut off in its middle</p>",
        "text is cut off at 1280 px: p.cut"
    )]
    [InlineData(
        "<b class=narrow>Unbreakableness</b>",
        "text sticks out of its box at 320 px: b.narrow"
    )]
    [InlineData(
        "<a class=blind href='#main'>Where am I?</a>",
        "the focus cannot be seen on a.blind"
    )]
    [InlineData("<a id=last href='#main' tabindex=3>Jumps ahead</a>", "out of order")]
    [InlineData("<img src='data:image/png;base64,AAAA' alt=''>", "a picture is missing")]
    public async Task A_breach_that_a_browser_shows_is_found(string breach, string said) =>
        Assert.Contains(await LookAsync(breach), f => f.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("<h1>Another</h1>", "has 2 h1")]
    [InlineData("<a href='#nowhere'>Where?</a>", "leads nowhere")]
    [InlineData("<p id=main>Again</p>", "has the id main twice")]
    [InlineData("<form method=post><input></form>", "cannot be sent without a script")]
    [InlineData("<button type=button>Open</button>", "does nothing without a script: Open")]
    public void A_breach_in_the_page_itself_is_found(string breach, string said) =>
        Assert.Contains(
            new PageFaults(new HashSet<string>()).Of(Seen(breach)),
            f => f.What.Contains(said, StringComparison.Ordinal)
        );

    [Fact]
    public void A_name_in_a_title_is_found() =>
        Assert.Contains(
            new PageFaults(new HashSet<string> { "page" }).Of(Seen("")),
            f => f.What.StartsWith("names page in its title", StringComparison.Ordinal)
        );

    [Fact]
    public void A_dead_link_is_found() =>
        Assert.Contains(
            new PageFaults(new HashSet<string>()).Of(Seen("", HttpStatusCode.NotFound)),
            f => f.What == "answers 404, linked from /before"
        );

    [Fact]
    public async Task Two_pages_of_one_title_are_found()
    {
        var one = Seen("");
        var pages = await SitePage.AllAsync(host);

        Assert.Single(
            PageFaults.SameTitles([one with { Route = pages[0] }, one with { Route = pages[1] }])
        );
    }

    [Fact]
    public void A_page_that_nothing_leads_to_is_found() =>
        Assert.Contains(
            "no link leads to /staff/forgotten",
            Unlinked.Against(["/staff/forgotten"], new HashSet<string>(), new HashSet<string>())
        );

    [Theory]
    [InlineData(
        "<div class=govuk-error-summary><h2>There is a problem</h2><ul class=govuk-error-summary__list><li>Enter it</ul></div>",
        "without a link to a field"
    )]
    [InlineData(
        "<div class=govuk-error-summary><h2>Oops</h2><ul class=govuk-error-summary__list><li><a href='#one'>Enter it</a></ul></div><input id=one>",
        "does not say “There is a problem”"
    )]
    [InlineData(
        "<div class=govuk-error-summary><h2>There is a problem</h2><ul class=govuk-error-summary__list><li><a href='#one'>Enter it</a></ul></div><input id=one>",
        "does not say “Enter it” beside its field"
    )]
    public void An_error_summary_that_does_not_help_is_found(string breach, string said) =>
        Assert.Contains(
            EmptyPost.Pattern(Seen(breach).Page),
            f => f.Contains(said, StringComparison.Ordinal)
        );

    [Fact]
    public void A_form_without_the_word_optional_must_be_answered()
    {
        Assert.True(EmptyPost.MustAnswer(Form("<label>Name <input></label>")));
        Assert.False(EmptyPost.MustAnswer(Form("<label>Name (optional) <input></label>")));
    }

    private async Task<IReadOnlyList<string>> LookAsync(string breach)
    {
        var person = await PersonAsync();
        await person.Page.SetContentAsync(
            Whole.Replace("BREACH", breach, StringComparison.Ordinal)
        );
        return await new Looker(person.Page).LookAsync();
    }

    private static IHtmlFormElement Form(string fields)
    {
        var page = Seen(
            $"<form method=post><div class=govuk-form-group>{fields}</div></form>"
        ).Page;
        return (IHtmlFormElement)page.Find("form");
    }

    private static Seen Seen(string breach, HttpStatusCode status = HttpStatusCode.OK)
    {
        var html = Whole.Replace("BREACH", breach, StringComparison.Ordinal);
        var visitor = new HtmlVisitor(FosterHost.PublicUrl);
        var page = new HtmlPage(
            visitor,
            new HtmlParser().ParseDocument(html),
            Encoding.UTF8.GetBytes(html)
        )
        {
            Address = new(FosterHost.PublicUrl, "/here"),
            Status = status,
            Headers = new Dictionary<string, string>(),
            Way = [],
        };
        return new(new("somebody", "visitor", visitor, []), null, "/here", "/before", page);
    }
}
