using Foster.TestKit;
using Xunit;

namespace Foster.Browser;

public sealed class RulesPageTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    [Fact]
    public async Task The_rules_page_works_without_JavaScript_and_by_keyboard_alone()
    {
        var manager = await PersonAsync(javaScript: false);
        await manager.SignInAsync("manager@foster.example");
        await manager.OpenAsync("/staff/rules?rule=R-TRF-06");
        await manager.Page.GetByLabel("Day", new() { Exact = true }).FocusAsync();
        foreach (var part in new[] { "10", "8", "2026" })
        {
            await manager.Page.Keyboard.TypeAsync(part);
            await manager.Page.Keyboard.PressAsync("Tab");
        }
        await manager.Page.Keyboard.PressAsync("Enter");

        await manager
            .Page.GetByText("Tue 1 September 2026", new() { Exact = true })
            .First.WaitForAsync();
    }
}
