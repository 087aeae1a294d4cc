using Foster.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>The public enquiry in a real browser: looked at on every page, and done with the keyboard alone.</summary>
public sealed class EnquiryTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_page_of_it_is_clean_and_fits_a_small_phone(bool javaScript)
    {
        Host.Clock.Set("2026-05-22 18:05");
        var visitor = await PersonAsync(javaScript);
        var page = visitor.Page;
        await visitor.OpenAsync("/enquire");
        await LookAsync("start");
        await visitor.PressAsync("Start now");
        await visitor.PressAsync("Continue");
        await LookAsync("name-wrong");
        for (var step = 0; !page.Url.EndsWith("/check", StringComparison.Ordinal); step++)
        {
            Assert.True(step < 30, page.Url);
            var slug = new Uri(page.Url).AbsolutePath.Split('/')[^1];
            await LookAsync(slug);
            await AnswerAsync(slug);
            if (slug == "people")
            {
                await OnAsync("Add another person");
                await LookAsync("people-two");
                await page.Locator("#person-2-given-name").FillAsync("Dan");
                await page.Locator("#person-2-family-name").FillAsync("Example");
                await page.Locator("#person-2-relationship").SelectOptionAsync("Lodger");
            }

            await OnAsync("Continue");
        }

        await LookAsync("check");
        await OnAsync("Send my enquiry");
        await LookAsync("sent");
        Assert.Contains(
            "We will call you by Tuesday 26 May 2026",
            await page.Locator("main").InnerTextAsync()
        );
        await visitor.OpenAsync("/enquire/check");
        await LookAsync("sent-again");
        await visitor.OpenAsync("/enquire/not-yet");
        await LookAsync("not-yet");
        await visitor.OpenAsync("/enquire/start-again");
        await LookAsync("start-again");

        // The link of the acknowledgement.
        var mailbox = javaScript ? "js@example.org" : "plain@example.org";
        var mail = (await Host.Mail.WaitForAsync(mailbox))[0];
        await visitor.OpenAsync(mail.Link("/enquiry/").PathAndQuery);
        await LookAsync("status");
        await visitor.FollowAsync("Withdraw my enquiry");
        await LookAsync("withdraw");
        await visitor.PressAsync("Withdraw my enquiry");
        await LookAsync("withdrawn");

        async Task OnAsync(string button)
        {
            var here = page.Url;
            await visitor.PressAsync(button);
            await page.WaitForURLAsync(url => url != here);
        }

        // Without scripts axe cannot run, and what is seen is the same.
        Task LookAsync(string name) => javaScript ? LookAtAsync(page, name) : Task.CompletedTask;

        async Task AnswerAsync(string slug)
        {
            switch (slug)
            {
                case "name" or "partner-name":
                    await visitor.FillAsync("First name", "Ann");
                    await visitor.FillAsync("Last name", "Example");
                    break;
                case "date-of-birth" or "partner-date-of-birth":
                    await visitor.FillAsync("Day", "29");
                    await visitor.FillAsync("Month", "feb");
                    await visitor.FillAsync("Year", "1984");
                    break;
                case "contact":
                    await page.Locator("#email")
                        .FillAsync(javaScript ? "js@example.org" : "plain@example.org");
                    await page.Locator("#telephone").FillAsync("07700 900 982");
                    break;
                case "together":
                    await page.GetByLabel("With a partner").CheckAsync();
                    break;
                case "address":
                    await visitor.FillAsync("Address line 1", "1 Example Street");
                    await visitor.FillAsync("Town or city", "Example Town");
                    await visitor.FillAsync("Postcode", "CH41 1AA");
                    break;
                case "household" or "connection":
                    await page.GetByLabel("Yes", new() { Exact = true }).CheckAsync();
                    break;
                case "people":
                    await page.Locator("#person-1-given-name").FillAsync("Cat");
                    await page.Locator("#person-1-family-name").FillAsync("Example");
                    await page.Locator("#person-1-relationship")
                        .SelectOptionAsync("Son or daughter");
                    break;
                case "child":
                    await page.GetByLabel("No", new() { Exact = true }).CheckAsync();
                    break;
                case "connected-with":
                    await page.Locator("#connected-with").FillAsync("My sister, in housing");
                    break;
                case "council" or "partner-email" or "how-heard" or "access-needs":
                    break;
                default:
                    await page.Locator("main input:not([type=hidden])").First.CheckAsync();
                    break;
            }
        }
    }

    [Fact]
    public async Task A_question_is_answered_with_the_keyboard_alone_and_the_summary_of_errors_takes_the_focus()
    {
        var visitor = await PersonAsync();
        var page = visitor.Page;
        await visitor.OpenAsync("/enquire/name");
        await TabToAsync(page, "given-name");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".govuk-error-summary").WaitForAsync();
        Assert.Equal(
            "govuk-error-summary",
            await page.EvaluateAsync<string>("() => document.activeElement.className")
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

    private static async Task LookAtAsync(IPage page, string name)
    {
        await AxeClean(page);
        await FitsAt320(page);
        await PictureAsync(page, name, "enquiry");
        await page.SetViewportSizeAsync(320, 640);
        await PictureAsync(page, name, "enquiry");
        await page.SetViewportSizeAsync(1280, 800);
    }
}
