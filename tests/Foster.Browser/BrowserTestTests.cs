using Foster.TestKit;
using Xunit;
using Xunit.Sdk;

namespace Foster.Browser;

/// <summary>What a browser complains about is heard.</summary>
public sealed class BrowserTestTests(SqliteHost host) : BrowserTest(host), IClassFixture<SqliteHost>
{
    private bool tolerant;

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
        await Until.HoldsAsync(() => Task.FromResult(visitor.Complaints.Count > 0));

        var found = Assert.ThrowsAny<XunitException>(NoConsoleErrors);
        Assert.Contains(said, found.Message, StringComparison.Ordinal);
        tolerant = true;
    }

    protected override bool Tolerates(string complaint) => tolerant;
}
