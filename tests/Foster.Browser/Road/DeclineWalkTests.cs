using Foster.TestKit;
using Foster.Web.Features.Carers.Demo;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>
/// A decline in the council's own letter: the administrator words it, the team manager writes the reasons, reads the letter,
/// goes back, changes them and issues it, and the printed letter says what was read (R-ENQ-08).
/// </summary>
public abstract class DeclineWalkTests(FosterHost host) : BrowserTest(host)
{
    private const string Own = "We thought about it long and carefully, as a team.";
    private const string First = "There is no room of their own for a child in your home.";
    private const string Second =
        "The spare room is let until the summer, so that a child would have none.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_letter_is_written_read_changed_and_issued(bool javaScript)
    {
        var (caseId, name) = await EnquiredAsync();
        var admin = await PersonAsync();
        await admin.SignInAsync("admin@foster.example");
        await admin.OpenAsync("/admin/messages/enquiry.declined/edit");
        var words = $"{Own} {name}\n\n{{reasons}}\n\n{{complaint}}";
        await admin.Page.GetByLabel("Letter", new() { Exact = true }).FillAsync(words);
        await admin.PressAsync("Preview");
        await LooksRightAsync(admin.Page, "the letter in an administrator's preview");
        await admin.PressAsync("Use from now on");

        var manager = await PersonAsync(javaScript);
        await manager.SignInAsync("manager@foster.example");
        await manager.OpenAsync($"/staff/enquiries/{caseId}/close");
        await manager.Page.GetByLabel("We decline it").CheckAsync();
        await manager.Page.GetByLabel("The home or its bedrooms").CheckAsync();
        await manager.Page.GetByLabel("Reasons", new() { Exact = true }).FillAsync(First);
        await manager.PressAsync("Continue");
        Assert.Contains(Own, await Answers.TextAsync(manager.Page), StringComparison.Ordinal);
        Assert.Contains(First, await Answers.TextAsync(manager.Page), StringComparison.Ordinal);
        if (javaScript)
            await LooksRightAsync(manager.Page, "the letter before it is issued");

        await manager.PressAsync("Change what you wrote");
        var reasons = manager.Page.GetByLabel("Reasons", new() { Exact = true });
        Assert.Equal(First, await reasons.InputValueAsync());
        Assert.True(await manager.Page.GetByLabel("We decline it").IsCheckedAsync());
        await reasons.FillAsync(Second);
        await manager.PressAsync("Continue");
        await manager.PressAsync("Issue the letter and close");

        await manager.OpenAsync("/staff/letters");
        await manager.LeadsOnAsync(
            manager
                .Page.GetByRole(
                    Microsoft.Playwright.AriaRole.Link,
                    new() { Name = $"Robin Demo-{name}" }
                )
                .First
        );
        var printed = await Answers.TextAsync(manager.Page);
        Assert.Contains(Own, printed, StringComparison.Ordinal);
        Assert.Contains(Second, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(First, printed, StringComparison.Ordinal);
        Assert.Contains("you can complain to", printed, StringComparison.Ordinal);
    }

    private async Task<(Guid CaseId, string Name)> EnquiredAsync()
    {
        var scopes = Host.Services.GetRequiredService<IServiceScopeFactory>();
        var name = Guid.NewGuid().ToString("N")[..8];
        var dates = RoadDates.From(new(2026, 4, 20));
        var household = DemoPeople
            .Couple("Robin", "Alex", name, 40, dates.Enquired)
            .Named($"robin.{name}@example.org", $"alex.{name}@example.org");
        var staff = await DemoStaff.OfAsync(scopes, "HAR", CancellationToken.None);
        var road = await new DemoRoad(scopes, staff, household, dates).ToAsync(RoadStage.Enquired);
        return (road.CaseId, name);
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : DeclineWalkTests(host),
            IClassFixture<SqliteDemoHost>;
}
