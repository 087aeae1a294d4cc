using Foster.TestKit;
using Xunit;
using Xunit.Sdk;

namespace Foster.Browser;

/// <summary>The checks that every page goes through see what they are for.</summary>
public sealed class BrowserTestTests(SqliteHost host) : BrowserTest(host), IClassFixture<SqliteHost>
{
    private bool tolerant;

    [Fact]
    public async Task A_page_that_shuts_people_out_is_not_clean()
    {
        var visitor = await PersonAsync();
        await visitor.Page.SetContentAsync(
            "<html lang=en><title>t</title><main><h1>h</h1><input><p style='color:#aaa;background:#fff'>pale</p></main>"
        );

        var found = await Assert.ThrowsAnyAsync<XunitException>(() => AxeClean(visitor.Page));

        Assert.Contains("color-contrast", found.Message, StringComparison.Ordinal);
        Assert.Contains("label", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_must_be_scrolled_sideways_does_not_fit()
    {
        var visitor = await PersonAsync();
        await visitor.Page.SetContentAsync(
            "<div style='overflow-x:auto'><table><tr><td style='min-width:900px'>in a box</table></div>"
        );
        await FitsAt320(visitor.Page);

        await visitor.Page.SetContentAsync("<div class=broad style='width:600px'>broad</div>");

        var found = await Assert.ThrowsAnyAsync<XunitException>(() => FitsAt320(visitor.Page));
        Assert.Contains("div.broad", found.Message, StringComparison.Ordinal);
        Assert.Equal(1280, visitor.Page.ViewportSize!.Width);
    }

    [Theory]
    [InlineData("console.error('from a script')", "from a script")]
    [InlineData("setTimeout(() => { throw new Error('thrown') })", "thrown")]
    [InlineData("fetch('/no-such-script.js')", "404")]
    public async Task What_the_browser_complains_about_fails_the_test(string script, string said)
    {
        var visitor = await PersonAsync();
        await visitor.OpenAsync("/");
        NoConsoleErrors();

        await visitor.Page.EvaluateAsync(script);
        await visitor.Page.WaitForTimeoutAsync(300);

        var found = Assert.ThrowsAny<XunitException>(NoConsoleErrors);
        Assert.Contains(said, found.Message, StringComparison.Ordinal);
        tolerant = true;
    }

    protected override bool Tolerates(string complaint) => tolerant;
}
