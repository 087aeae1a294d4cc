using Foster.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>
/// An enquiry that is stopped and gone on with in another browser, a household without JavaScript, and what is typed about
/// oneself kept in the background.
/// </summary>
public abstract class ComeBackWalkTests(FosterHost host) : BrowserTest(host)
{
    private const string Email = "walks.back@people.example";

    [Fact]
    public async Task Saved_in_one_browser_it_is_opened_by_the_link_in_another_and_finished_there()
    {
        Host.Clock.Set("2026-09-07 10:00");
        var first = await PersonAsync(width: 320);
        await WalkAsync(first, until: "/enquire/address", javaScript: true);
        await LooksRightAsync(first.Page, "a question with the way to stop");
        await first.FillAsync("Address line 1", "7 Example");
        await first.PressAsync("Save and come back later");
        await first.Page.WaitForURLAsync("**/enquire/saved");
        await LooksRightAsync(first.Page, "the link is on its way");
        var mail = (await Host.Mail.WaitForAsync(Email))[0];

        var second = await PersonAsync();
        await second.OpenAsync(mail.Link("/enquire/come-back").PathAndQuery);
        await LooksRightAsync(second.Page, "the link");
        await second.PressAsync("Carry on");
        await second.Page.WaitForURLAsync("**/enquire/address*");
        Assert.Equal("7 Example", await second.Page.GetByLabel("Address line 1").InputValueAsync());
        await WalkAsync(second, until: "/enquire/check", javaScript: true);
        await second.PressAsync("Send my enquiry");
        await second.Page.WaitForURLAsync("**/enquire/sent");
        NoConsoleErrors();
    }

    [Fact]
    public async Task A_household_of_three_is_added_one_changed_and_one_removed_without_JavaScript()
    {
        var person = await PersonAsync(javaScript: false, width: 320);
        await WalkAsync(person, until: "/enquire/people/1", javaScript: false, others: "yes");
        foreach (
            var (name, more) in (List<(string, string)>)
                [("Cat", "Yes"), ("Dan", "Yes"), ("Eve", "No")]
        )
        {
            await person.FillAsync("First name", name);
            await person.FillAsync("Last name", "Demo-Walker");
            await person.Page.Locator("select").SelectOptionAsync("child");
            await person.PressAsync("Continue");
            if (name != "Eve")
            {
                await person.ChooseAsync("Do you need to add another person?", more);
                await person.PressAsync("Continue");
            }
        }
        await person.FollowAsync("Change Dan Demo-Walker");
        await person.FillAsync("First name", "Danuta");
        await person.PressAsync("Continue");
        await person.FollowAsync("Remove Cat Demo-Walker");
        await person.ChooseAsync("Are you sure you want to remove Cat Demo-Walker?", "Yes");
        await person.PressAsync("Continue");

        Assert.Equal("You have added 2 people", await person.Page.Locator("h1").InnerTextAsync());
        var list = await person.Page.Locator("main dl").InnerTextAsync();
        Assert.Contains("Danuta Demo-Walker", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Cat", list, StringComparison.Ordinal);
        await person.ChooseAsync("Do you need to add another person?", "No");
        await person.PressAsync("Continue");
        Assert.EndsWith("/enquire/spare-rooms", person.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_about_oneself_is_kept_in_the_background_and_waits_in_another_window()
    {
        Host.Clock.Set("2026-09-07 10:00");
        var road = new RoadWalk(Host, () => PersonAsync());
        await road.EnquireAsync();
        await road.InterestAsync();
        await road.VisitAsync();
        await road.InviteAsync();
        await road.AccountsAsync();
        var applicant = road.Casey;
        await applicant.OpenAsync("/apply/household/add");
        await applicant.FillAsync("First name", "Halfway");
        await applicant.Page.Locator("#family-name").FocusAsync();
        await applicant.Page.Locator("#given-name").FocusAsync();
        await Assertions
            .Expect(applicant.Page.Locator("[role=status][data-keep]"))
            .ToContainTextAsync("Kept, not saved yet: 10am");
        await applicant.OpenAsync("/apply/household/add");
        Assert.Equal("Halfway", await applicant.Page.GetByLabel("First name").InputValueAsync());
        NoConsoleErrors();
    }

    private static async Task WalkAsync(
        Person person,
        string until,
        bool javaScript,
        string others = "no"
    )
    {
        if (!person.Page.Url.Contains("/enquire/", StringComparison.Ordinal))
            await person.OpenAsync("/enquire/name");
        for (var page = 0; page < 30; page++)
        {
            await person.Page.WaitForLoadStateAsync(LoadState.Load);
            if (new Uri(person.Page.Url).AbsolutePath == until)
                return;
            await AnswerAsync(person, others);
        }
        Assert.Fail(
            $"{until} was not reached: {person.Page.Url}, {(javaScript ? "" : "no ")}scripts"
        );
    }

    /// <summary>Answers by names, in a way that needs no script.</summary>
    private static async Task AnswerAsync(Person person, string others)
    {
        var given = new Dictionary<string, string>
        {
            ["given-name"] = "Casey",
            ["family-name"] = "Demo-Walker",
            ["date-of-birth-day"] = "3",
            ["date-of-birth-month"] = "2",
            ["date-of-birth-year"] = "1985",
            ["email"] = Email,
            ["address-line-1"] = "7 Example Row",
            ["town"] = "Harbourside",
            ["postcode"] = "CH41 0ZZ",
        };
        var chosen = new Dictionary<string, string>
        {
            ["together"] = "alone",
            ["others"] = others,
            ["spare-rooms"] = "1",
            ["interests"] = "short",
            ["knows-child"] = "no",
            ["fosters-now"] = "no",
            ["connected"] = "no",
            ["privacy"] = "yes",
        };
        foreach (var (name, value) in given)
            if (await person.Page.Locator($"main [name='{name}']").CountAsync() > 0)
                await person.Page.Locator($"main [name='{name}']").FillAsync(value);
        foreach (var (name, value) in chosen)
            if (
                await person.Page.Locator($"main [name='{name}'][value='{value}']").CountAsync() > 0
            )
                await person.Page.Locator($"main [name='{name}'][value='{value}']").CheckAsync();
        await person.PressAsync("Continue");
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : ComeBackWalkTests(host),
            IClassFixture<SqliteDemoHost>;
}
