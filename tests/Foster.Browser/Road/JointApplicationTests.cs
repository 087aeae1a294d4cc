using Foster.TestKit;
using Foster.Web.Features.Applications;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

/// <summary>Two people, each at a browser of their own, from their enquiry to the application that both have sent.</summary>
public abstract class JointApplicationTests(FosterHost host) : BrowserTest(host)
{
    [Fact]
    public async Task A_couple_walks_from_its_enquiry_to_the_application_that_both_have_sent()
    {
        Host.Clock.Set("2026-09-07 10:00");
        var road = new RoadWalk(Host, () => PersonAsync());
        await road.EnquireAsync();
        await road.InterestAsync();
        await road.VisitAsync();
        await road.InviteAsync();
        await road.AccountsAsync();
        await WhatIsTypedIsKeptInTheBackground(road);

        await road.ApplyAsync();

        Assert.Equal(ApplicationState.Submitted, await road.StateAsync());
        await road.Casey.OpenAsync("/apply/health");
        var text = await Answers.TextAsync(road.Casey.Page);
        Assert.Contains("You cannot change this here any more", text, StringComparison.Ordinal);
        Assert.Contains("since 7 September 2026", text, StringComparison.Ordinal);
        await TheManagerReadsAllOfIt(road);
    }

    /// <summary>Leaving a long text keeps it and says so; a second window shows it; sending it afterwards is no conflict.</summary>
    private static async Task WhatIsTypedIsKeptInTheBackground(RoadWalk road)
    {
        var page = road.Casey.Page;
        await road.Casey.OpenAsync("/apply/background");
        await page.Locator("#personality").FillAsync("Patient and loud.");
        await page.Locator("#religion").FocusAsync();
        var status = page.Locator("[role=status][data-keep]");
        await Assertions.Expect(status).ToContainTextAsync("Saved at 10am");
        await page.Locator("#personality").FillAsync("Patient, and not loud at all.");
        await page.Locator("#religion").FocusAsync();
        await road.Casey.PressAsync("Save and continue");
        await page.WaitForURLAsync("**/apply");
        await road.Casey.OpenAsync("/apply/background");
        Assert.Equal(
            "Patient, and not loud at all.",
            await page.Locator("#personality").InputValueAsync()
        );
    }

    private static async Task TheManagerReadsAllOfIt(RoadWalk road)
    {
        var manager = await road.AsAsync("manager");
        await manager.OpenAsync($"/staff/applications/{road.CaseId}");
        var text = await Answers.TextAsync(manager.Page);
        foreach (var section in ApplySections.All.OfType<AskedSection>())
            Assert.Contains(section.Title, text, StringComparison.Ordinal);
        Assert.Contains("needs a pet assessment", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Barred from work", text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : JointApplicationTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : JointApplicationTests(host),
            IClassFixture<PostgresDemoHost>;
}
