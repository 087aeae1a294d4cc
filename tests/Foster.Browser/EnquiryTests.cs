using Foster.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>The public enquiry, done with the keyboard alone.</summary>
public sealed class EnquiryTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    [Fact]
    public async Task A_question_is_answered_with_the_keyboard_alone_and_the_summary_of_errors_takes_the_focus()
    {
        var visitor = await PersonAsync();
        var page = visitor.Page;
        await visitor.OpenAsync("/enquire/name");
        await TabToAsync(page, "given-name");
        await page.Keyboard.PressAsync("Enter");
        // The script that moves the focus begins after the page is there.
        await page.WaitForFunctionAsync(
            "() => document.activeElement.className === 'govuk-error-summary'"
        );
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(
            "given-name",
            await page.EvaluateAsync<string>("() => document.activeElement.id")
        );
        await page.Keyboard.TypeAsync("Ann");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Example");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/enquire/date-of-birth");
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var press = 0; press < 40; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("() => document.activeElement.id") == id)
                return;
        }

        Assert.Fail($"{id} is out of reach of the Tab key.");
    }
}
