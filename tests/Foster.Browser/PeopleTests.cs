using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Xunit;

namespace Foster.Browser;

/// <summary>Two administrators and somebody whose phone is gone, each in a browser of their own (R-SOD-07).</summary>
public sealed class PeopleTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_step_is_reset_by_two_and_an_account_is_disabled_and_enabled(
        bool javaScript
    )
    {
        var second = $"second.admin.{javaScript}@foster.example".ToLowerInvariant();
        await Village.AccountAsync(host, "HAR", second, Role.Administrator);
        var owner = await PersonAsync(javaScript);
        await owner.SignInAsync("supervisor@foster.example");
        var first = await PersonAsync(javaScript);
        await first.SignInAsync("admin@foster.example");
        await first.OpenAsync("/admin/people?name=sam");
        await first.FollowAsync("Sam Demo-Support");
        var person = new Uri(first.Page.Url).AbsolutePath;
        if (javaScript)
            await ResetAsync(first, second, person);
        await first.OpenAsync(person + "/disable");
        await first.Page.GetByLabel("Why?").FillAsync("They are on leave until the end of August.");
        await first.PressAsync("Disable the account");

        await owner.OpenAsync("/staff");
        Assert.Contains("/sign-in", owner.Page.Url, StringComparison.Ordinal);
        await first.OpenAsync(person + "/enable");
        if (javaScript)
            await LooksRightAsync(first.Page, "enable");
        await first.Page.GetByLabel("Why?").FillAsync("They came back from their leave today.");
        await first.PressAsync("Enable the account");
        await first.Page.GetByText("The account works again.").WaitForAsync();
        await owner.SignInAsync("supervisor@foster.example");
        Assert.EndsWith("/staff", owner.Page.Url, StringComparison.Ordinal);
    }

    private async Task ResetAsync(Person first, string second, string person)
    {
        await first.OpenAsync(person + "/reset-second-step");
        await first.Page.GetByLabel("Why?").FillAsync("Their phone fell into the sea on Sunday.");
        await first.PressAsync("Ask for the reset");
        await first.OpenAsync(person + "/confirm-reset");
        await LooksRightAsync(first.Page, "withdraw-reset");
        var other = await PersonAsync();
        await other.SignInAsync(second);
        await other.OpenAsync(person + "/confirm-reset");
        await LooksRightAsync(other.Page, "confirm-reset");
        await other.Page.GetByLabel("Yes, reset their second step now").CheckAsync();
        await other.PressAsync("Save the decision");
        await other.Page.GetByText("The second step is reset.").WaitForAsync();
    }
}
