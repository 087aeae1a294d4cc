using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>The pages behind links, in a real browser: the expression of interest and a letter.</summary>
public sealed class LinkTests(SqliteHost host) : BrowserTest(host), IClassFixture<SqliteHost>
{
    private static readonly DateOnly Born = new(1984, 2, 29);

    [Fact]
    public async Task Every_page_of_the_expression_of_interest_is_clean_and_fits_a_small_phone()
    {
        var path = await InterestAsync();
        var visitor = await PersonAsync();
        var page = visitor.Page;
        await visitor.OpenAsync(path);
        await LookAsync("start");
        await visitor.PressAsync("Start");
        await page.WaitForURLAsync("**/going-on");
        while (!page.Url.EndsWith("/check", StringComparison.Ordinal))
        {
            var here = page.Url;
            var slug = here.Split('/')[^1];
            await LookAsync(slug);
            foreach (var box in await page.Locator("main textarea").AllAsync())
                await box.FillAsync("A few words");
            if (slug == "home")
            {
                await page.Locator("#smokes-2").CheckAsync();
                await page.Locator("#drives").CheckAsync();
            }
            else if (await page.Locator("main input:not([type=hidden])").CountAsync() > 0)
                await page.Locator("main input:not([type=hidden])").First.CheckAsync();
            await visitor.PressAsync("Continue");
            await page.WaitForURLAsync(url => url != here);
        }

        await LookAsync("check");
        await visitor.PressAsync("Send my answers");
        await page.WaitForURLAsync("**" + path + "*");
        await LookAsync("sent");

        Task LookAsync(string name) => LookAtAsync(visitor, "interest-" + name);
    }

    [Fact]
    public async Task A_letter_is_clean_before_and_after_the_date_of_birth()
    {
        var path = await LetterAsync();
        var visitor = await PersonAsync();
        await visitor.OpenAsync(path);
        await LookAtAsync(visitor, "letter-asked");
        await visitor.FillAsync("Day", "1");
        await visitor.FillAsync("Month", "1");
        await visitor.FillAsync("Year", "1990");
        await visitor.PressAsync("Read my letter");
        await LookAtAsync(visitor, "letter-wrong");
        await visitor.FillAsync("Day", "29");
        await visitor.FillAsync("Month", "February");
        await visitor.FillAsync("Year", "1984");
        await visitor.PressAsync("Read my letter");
        await visitor.Page.GetByText("The first paragraph").WaitForAsync();
        await LookAtAsync(visitor, "letter-read");
    }

    private static async Task LookAtAsync(Foster.Browser.Person visitor, string name)
    {
        var page = visitor.Page;
        await AxeClean(page);
        await FitsAt320(page);
        await PictureAsync(page, name, "link");
        await page.SetViewportSizeAsync(320, 640);
        await PictureAsync(page, name, "link");
        await page.SetViewportSizeAsync(1280, 800);
    }

    /// <summary>Somebody who got the pack, and the link in its e-mail.</summary>
    private async Task<string> InterestAsync()
    {
        var to = await Host.InScopeAsync(async services =>
        {
            var council = await CouncilAsync(services);
            var officer = new Actor(
                Guid.CreateVersion7(),
                "Rosa Demo-Recruit",
                Role.RecruitmentOfficer,
                council
            );
            var clock = services.GetRequiredService<LondonClock>();
            var sent = await services
                .GetRequiredService<SubmitEnquiry>()
                .RunAsync(
                    new(
                        council,
                        Channel.Telephone,
                        null,
                        new NewPerson("Ida", "Example", Born, "ida@example.org", "+447700900982"),
                        null,
                        null,
                        [],
                        1,
                        ["Short-term"],
                        false,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null
                    ),
                    officer,
                    default
                );
            var caseId = sent.Value.CaseId;
            await services
                .GetRequiredService<LogContact>()
                .RunAsync(
                    new(caseId, clock.Now, ContactMethod.Telephone, true, "Wants to go on", null),
                    officer,
                    default
                );
            var packed = await services
                .GetRequiredService<RecordPackSent>()
                .RunAsync(new(caseId, "2026-1", clock.Today), officer, default);
            Assert.True(packed.Ok, packed.Reasons);
            return "ida@example.org";
        });
        var mail = await Host.Mail.WaitForAsync(to, 2);
        return mail[^1].Link("/expression-of-interest/").PathAndQuery;
    }

    private async Task<string> LetterAsync()
    {
        await Host.InScopeAsync(async services =>
        {
            var council = await CouncilAsync(services);
            var db = services.GetRequiredService<FosterDb>();
            var actor = Actor.System(council);
            var opened = await services
                .GetRequiredService<OpenCase>()
                .RunAsync(
                    new(
                        council,
                        [new NewPerson("Lena", "Example", Born, "lena@example.org", null)],
                        [],
                        new("1 Example Street", "Example Town", "CH41 6AA"),
                        services.GetRequiredService<LondonClock>().Today
                    ),
                    actor,
                    default
                );
            await db.SaveChangesAsync();
            await services
                .GetRequiredService<IssueLetter>()
                .RunAsync(
                    new(
                        opened.Case.Id,
                        "enquiry.declined",
                        "About your enquiry",
                        "The first paragraph says what we decided.\n\nThe second says why."
                    ),
                    actor,
                    default
                );
            await db.SaveChangesAsync();
        });
        var mail = await Host.Mail.WaitForAsync("lena@example.org");
        return mail[0].Link("/letters/").PathAndQuery;
    }

    private static async Task<Guid> CouncilAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().SingleOrDefaultAsync();
        if (council is null)
        {
            council = new Council
            {
                Name = "Example Council",
                Code = "EXA",
                TeamName = "Example fostering team",
                Telephone = "0151 496 0100",
                OpeningHours = "Monday to Friday, 9am to 5pm",
                OutOfHoursTelephone = "0151 496 0199",
                Email = "fostering@council.example",
                PostalAddress = "1 Example Quay",
                PrivacyNoticeVersion = "2026-1",
                PrivacyNotice = "What we do with what you tell us.\n\nHow long we keep it.",
                IsIntake = true,
            };
            db.Add(council);
            await db.SaveChangesAsync();
        }

        services.GetRequiredService<ActorSource>().System(council.Id);
        return council.Id;
    }
}
