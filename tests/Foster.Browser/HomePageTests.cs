using Foster.TestKit;
using Xunit;

namespace Foster.Browser;

public sealed class HomePageTests(SqliteHost host) : BrowserTest(host), IClassFixture<SqliteHost>
{
    [Fact]
    public async Task It_opens_clean_and_fits_a_small_phone()
    {
        var visitor = await PersonAsync();

        var answer = await visitor.OpenAsync("/");

        Assert.Equal(200, answer.Status);
        await AxeClean(visitor.Page);
        await FitsAt320(visitor.Page);
        await PictureAsync(visitor.Page, "home");
    }

    [Fact]
    public async Task It_opens_without_JavaScript()
    {
        var visitor = await PersonAsync(javaScript: false);

        var answer = await visitor.OpenAsync("/");

        Assert.Equal(200, answer.Status);
        Assert.NotEqual("", await visitor.Page.TitleAsync());
    }
}
