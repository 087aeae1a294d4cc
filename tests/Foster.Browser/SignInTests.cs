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
}
