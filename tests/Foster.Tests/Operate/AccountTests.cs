using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Xunit;

namespace Foster.Tests.Operate;

public abstract class AccountTests(FosterHost host)
{
    [Fact]
    public async Task It_says_who_I_am_and_in_which_role_I_act()
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync("supervisor@foster.example");

        var page = await visitor.GetAsync("/account");

        Assert.Contains(("Name", "Sam Demo-Support"), page.SummaryRows);
        Assert.Contains(("Sign-in name", "supervisor@foster.example"), page.SummaryRows);
        Assert.Contains(("You act as", "Supervising social worker"), page.SummaryRows);
        Assert.Contains(("Council", "Harbourside Council"), page.SummaryRows);
        Assert.DoesNotContain("Act in another role", page.Text);
    }

    [Fact]
    public async Task Somebody_with_two_roles_picks_the_acting_one_R_SOD_12()
    {
        await Village.AccountAsync(
            host,
            "HAR",
            "both@foster.example",
            Role.Assessor,
            Role.Administrator
        );
        using var visitor = host.Visitor();
        await visitor.SignInAsync("both@foster.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/staff")).Status);

        var page = await (await visitor.GetAsync("/account"))
            .Form("main form:has(input[name=role])")
            .SubmitAsync();

        Assert.Equal("/staff", page.Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task The_acting_role_stands_on_every_page_and_is_changed_there_with_one_press_R_SOD_12()
    {
        await Village.AccountAsync(
            host,
            "HAR",
            "presses@foster.example",
            Role.TeamManager,
            Role.DecisionMaker
        );
        using var visitor = host.Visitor();
        using var elsewhere = host.Visitor();
        await visitor.SignInAsync("presses@foster.example");
        await elsewhere.SignInAsync("presses@foster.example");
        var begun = await visitor.GetAsync("/decisions");
        Assert.Contains("Agency decision maker", begun.Find(".app-header__role").TextContent);

        var page = await begun.Form(".app-acting form").SubmitAsync();

        Assert.Equal("/staff", page.Path);
        Assert.Contains("Team manager", page.Find(".app-header__role").TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/decisions")).Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/decisions")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync("/staff")).Status);
        using var single = host.Visitor();
        Assert.Null(
            (await single.SignInAsync("supervisor@foster.example")).Document.QuerySelector(
                ".app-acting"
            )
        );
    }

    [Fact]
    public async Task Nobody_takes_a_role_they_do_not_hold()
    {
        await Village.AccountAsync(
            host,
            "HAR",
            "climber@foster.example",
            Role.Assessor,
            Role.Analyst
        );
        using var visitor = host.Visitor();
        await visitor.SignInAsync("climber@foster.example");
        foreach (var wanted in new[] { "TeamManager", "System", "16", "nonsense", "" })
        {
            var page = await (await visitor.GetAsync("/account"))
                .Form("main form:has(input[name=role])")
                .Tamper("role", wanted)
                .SubmitAsync();

            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task The_password_is_changed_here_and_other_sessions_end()
    {
        const string Next = "window-pebble-thursday";
        await Village.AccountAsync(host, "HAR", "changer@foster.example", Role.Assessor);
        using var visitor = host.Visitor();
        using var elsewhere = host.Visitor();
        await visitor.SignInAsync("changer@foster.example");
        await elsewhere.SignInAsync("changer@foster.example");

        var wrong = await ChangeAsync(visitor, "not the password", Next);
        Assert.Equal(
            [new ShownError("This is not your password now", "present-password")],
            wrong.ErrorSummary
        );
        var small = await ChangeAsync(visitor, DemoRegion.Password, "short");
        Assert.Equal(
            [
                new ShownError(
                    "Password must be 12 characters or more. Three words you can remember work well.",
                    "new-password"
                ),
            ],
            small.ErrorSummary
        );
        Assert.DoesNotContain("short", small.Body.Replace("shortened", ""));
        var none = await ChangeAsync(visitor, "", "");
        Assert.Equal(["present-password", "new-password"], none.ErrorSummary.Select(e => e.Field));
        var done = await ChangeAsync(visitor, DemoRegion.Password, Next);

        Assert.Equal("/account", done.Path);
        Assert.Contains("Your password is changed", done.Notification);
        Assert.Equal("My work", (await visitor.GetAsync("/staff")).Heading);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Sign in", (await elsewhere.GetAsync("/staff")).Heading);
        Assert.Equal("My work", (await visitor.GetAsync("/staff")).Heading);
        using var again = host.Visitor();
        await again.SignInAsync("changer@foster.example", Next);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Visitor().SignInAsync("changer@foster.example", DemoRegion.Password)
        );
    }

    [Fact]
    public async Task Guessing_the_password_of_a_device_left_open_is_stopped()
    {
        await Village.AccountAsync(host, "HAR", "open@foster.example", Role.Assessor);
        using var visitor = host.Visitor();
        await visitor.SignInAsync("open@foster.example");
        for (var i = 0; i < 8; i++)
            await ChangeAsync(visitor, "guess number " + i, "window-pebble-thursday");

        var page = await ChangeAsync(visitor, DemoRegion.Password, "window-pebble-thursday");

        Assert.Contains("rests for ten minutes", Assert.Single(page.ErrorSummary).Text);
        Assert.Equal("My work", (await visitor.GetAsync("/staff")).Heading);
    }

    private static async Task<HtmlPage> ChangeAsync(HtmlVisitor visitor, string now, string next) =>
        await (await visitor.GetAsync("/account/password"))
            .Form()
            .Fill("Your password now", now)
            .Fill("New password", next)
            .SubmitAsync();

    public sealed class OnSqlite(SqliteDemoHost host)
        : AccountTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : AccountTests(host),
            IClassFixture<PostgresDemoHost>;
}
