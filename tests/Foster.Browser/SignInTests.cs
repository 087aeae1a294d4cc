using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Foster.Browser;

public sealed class SignInTests(SqliteDemoHost host)
    : BrowserTest(host),
        IClassFixture<SqliteDemoHost>
{
    private const string Password = DemoRegion.Password;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_of_the_demonstration_gets_in_by_one_press(bool javaScript)
    {
        var manager = await PersonAsync(javaScript);
        await manager.OpenAsync("/demo");

        await manager.PressAsync("Sign in as Maya Demo-Manage, Team manager");

        Assert.EndsWith("/staff", manager.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_password_and_a_code_let_staff_in_and_the_code_a_second_time_does_not(
        bool javaScript
    )
    {
        const string Name = "assessor@foster.example";
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        var code = await SecondFactors.CodeAsync(host, Name);
        var assessor = await PersonAsync(javaScript);
        await assessor.SignInAsync(Name, Password);
        await CleanAsync(assessor, "code");
        await EnterCodeAsync(assessor, code);
        Assert.EndsWith("/staff", assessor.Page.Url, StringComparison.Ordinal);

        var thief = await PersonAsync(javaScript);
        await thief.SignInAsync(Name, Password);
        await EnterCodeAsync(thief, code);

        await Assertions
            .Expect(thief.Page.GetByText("or was used already").First)
            .ToBeVisibleAsync();
        Assert.Contains("/sign-in/code", thief.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_is_registered_and_used_and_a_recovery_code_takes_its_place_once()
    {
        const string Name = "passkey@foster.example";
        await Village.AccountAsync(host, "HAR", Name, Role.TeamManager);
        var person = await PersonAsync();
        await AuthenticatorOfDeviceAsync(person);
        await person.SignInAsync(Name, Password);
        Assert.Contains("/account/second-factor", person.Page.Url, StringComparison.Ordinal);
        await CleanAsync(person, "second-factor");
        await person.FollowAsync("set up a passkey");
        await CleanAsync(person, "passkeys");

        await person.PressAsync("Add a passkey");
        await HeadedAsync(person, "Keep these recovery codes");
        await CleanAsync(person, "recovery-codes");
        var codes = await person.Page.Locator(".app-secret li").AllInnerTextsAsync();
        Assert.Equal(10, codes.Count);
        await person.PressAsync("I have kept them");
        await HeadedAsync(person, "My work");

        await OutAsync(person);
        await person.PressAsync("Sign in with a passkey");
        await HeadedAsync(person, "My work");

        await OutAsync(person);
        await person.SignInAsync(Name, Password);
        await person.PressAsync("Use a passkey");
        await HeadedAsync(person, "My work");

        foreach (var works in new[] { true, false })
        {
            await OutAsync(person);
            await person.SignInAsync(Name, Password);
            await person.FollowAsync("Use a recovery code");
            await person.FillAsync("Recovery code", codes[0]);
            await person.PressAsync("Go on");
            await HeadedAsync(person, works ? "My work" : "Use a recovery code");
            if (!works)
                await LooksRightAsync(person.Page);
            else
                await person.OpenAsync("/staff");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_app_is_set_up_from_the_key_at_320_pixels(bool javaScript)
    {
        var name = $"app.{javaScript}@foster.example".ToLowerInvariant();
        await Village.AccountAsync(host, "HAR", name, Role.Analyst);
        var person = await PersonAsync(javaScript, width: 320);
        await person.SignInAsync(name, Password);
        await person.PressAsync("Set up an authenticator app on your phone");
        await CleanAsync(person, "authenticator");
        var key = await person.Page.Locator("main .app-secret").InnerTextAsync();

        await person.FillAsync(
            "Code from your authenticator app",
            SecondFactors.CodeOfKey(host, key)
        );
        await person.PressAsync("Set it up");

        await HeadedAsync(person, "Keep these recovery codes");
    }

    [Fact]
    public async Task Somebody_is_warned_before_the_end_stays_with_one_press_and_loses_nothing_at_the_end()
    {
        const string Name = "carer@foster.example";
        var person = await PersonAsync();
        await person.Page.Clock.InstallAsync();
        await person.SignInAsync(Name, Password);
        await person.OpenAsync("/account/email");
        await person.FillAsync("New email address", "typed@example.org");
        var dialog = person.Page.GetByRole(AriaRole.Dialog);

        await LaterAsync(person, TimeSpan.FromMinutes(28.5));
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await LooksRightAsync(person.Page, "warning");
        await person.TouchAsync("Stay signed in");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await LaterAsync(person, TimeSpan.FromMinutes(20));
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await LaterAsync(person, TimeSpan.FromMinutes(8.5));
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await LaterAsync(person, TimeSpan.FromMinutes(3));
        await person.Page.WaitForURLAsync("**/sign-in?*");
        await CleanAsync(person, "signed-out");
        await person.FillAsync("Sign-in name or email address", Name);
        await person.FillAsync("Password", Password);
        await person.PressAsync("Sign in");

        await person.Page.WaitForURLAsync("**/account/email?*");
        Assert.Equal(
            "typed@example.org",
            await person.Page.GetByLabel("New email address").InputValueAsync()
        );
    }

    [Fact]
    public async Task After_signing_out_the_back_button_shows_nothing()
    {
        var person = await PersonAsync();
        await person.SignInAsync("manager@foster.example");
        await person.OpenAsync("/account");
        await OutAsync(person);

        await person.Page.GoBackAsync();
        await person.Page.GoBackAsync();

        await HeadedAsync(person, "Sign in");
        var kept = await person.Page.EvaluateAsync<int>(
            "() => localStorage.length + sessionStorage.length"
        );
        Assert.Equal(0, kept);
    }

    [Fact]
    public async Task Somebody_who_is_disabled_is_out_at_the_next_press()
    {
        await Village.AccountAsync(host, "HAR", "leaver@foster.example", Role.TeamManager);
        var person = await PersonAsync();
        await person.SignInAsync("leaver@foster.example");
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            (await db.Users.SingleAsync(a => a.UserName == "leaver@foster.example")).IsDisabled =
                true;
            await db.SaveChangesAsync();
        });

        await person.FollowAsync("Your account");

        await HeadedAsync(person, "Sign in");
    }

    [Fact]
    public async Task The_pages_on_the_way_in_and_of_the_account_are_clean()
    {
        var visitor = await PersonAsync();
        foreach (var path in (string[])["/sign-in", "/sign-in/forgot", "/sign-in/code", "/demo"])
        {
            await visitor.OpenAsync(path);
            await LooksRightAsync(visitor.Page);
        }

        await visitor.OpenAsync("/sign-in");
        await visitor.PressAsync("Sign in");
        await LooksRightAsync(visitor.Page);
        await visitor.SignInAsync("manager@foster.example");
        foreach (
            var path in (string[])
                [
                    "/account",
                    "/account/sessions",
                    "/account/second-factor",
                    "/account/email",
                    "/account/confirm",
                    "/account/recovery-codes",
                ]
        )
        {
            await visitor.OpenAsync(path);
            await CleanAsync(visitor, path[1..].Replace('/', '-'));
        }
    }

    /// <summary>A device that has a finger or a face to show, and shows it.</summary>
    private static async Task AuthenticatorOfDeviceAsync(Person person)
    {
        var browser = await person.Context.NewCDPSessionAsync(person.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    private static async Task EnterCodeAsync(Person person, string code)
    {
        await person.FillAsync("Code from your authenticator app", code);
        await person.PressAsync("Go on");
    }

    private static async Task OutAsync(Person person)
    {
        await person.PressAsync("Sign out");
        await HeadedAsync(person, "You are signed out");
        await person.PressAsync("Sign in again");
        await HeadedAsync(person, "Sign in");
    }

    private static Task HeadedAsync(Person person, string heading) =>
        Assertions
            .Expect(
                person.Page.GetByRole(
                    AriaRole.Heading,
                    new()
                    {
                        Level = 1,
                        Name = heading,
                        Exact = true,
                    }
                )
            )
            .ToBeVisibleAsync();

    private static async Task CleanAsync(Person person, string name)
    {
        if (!person.HasJavaScript)
        {
            return;
        }

        await LooksRightAsync(person.Page, name);
    }

    /// <summary>Time goes by for the browser and for the site.</summary>
    private async Task LaterAsync(Person person, TimeSpan by)
    {
        host.Clock.Advance(by);
        await person.Page.Clock.FastForwardAsync((long)by.TotalMilliseconds);
        await person.Page.Clock.RunForAsync(2_000);
    }
}
