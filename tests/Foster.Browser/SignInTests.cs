using Foster.TestKit;
using Xunit;

namespace Foster.Browser;

public sealed class SignInTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_of_the_demonstration_gets_in(bool javaScript)
    {
        var manager = await PersonAsync(javaScript);

        await manager.SignInAsync("manager@foster.example");

        Assert.EndsWith("/staff", manager.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_on_the_way_in_are_clean()
    {
        var visitor = await PersonAsync();
        foreach (var path in (string[])["/sign-in", "/demo"])
        {
            await visitor.OpenAsync(path);
            await AxeClean(visitor.Page);
            await FitsAt320(visitor.Page);
        }

        await visitor.OpenAsync("/sign-in");
        await visitor.PressAsync("Sign in");
        await AxeClean(visitor.Page);
    }

    // The work list is not built yet.
    protected override bool Tolerates(string complaint) =>
        complaint.Contains("/staff", StringComparison.Ordinal);
}
