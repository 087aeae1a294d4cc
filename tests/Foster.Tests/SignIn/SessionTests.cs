using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>Rows 2 and 43: a session is what the database says at this moment.</summary>
public abstract class SessionTests(FosterHost host)
{
    [Fact]
    public async Task After_signing_out_a_copied_cookie_is_worth_nothing_and_nothing_is_kept_in_the_browser()
    {
        using var visitor = host.Visitor();
        using var thief = host.Visitor();
        await visitor.SignInAsync("manager@foster.example");
        thief.Cookies.Set("foster", visitor.Cookies["foster"]!);
        Assert.Equal("My work", (await thief.GetAsync("/staff")).Heading);
        Assert.Contains("no-store", thief.Page!.Headers["Cache-Control"]);
        visitor.FollowsRedirects = false;

        var page = await (await visitor.GetAsync("/account/sign-out")).Form().SubmitAsync();

        Assert.Contains("cache", page.Headers["Clear-Site-Data"]);
        Assert.Null(visitor.Cookies["foster"]);
        Assert.Equal("Sign in", (await thief.GetAsync("/staff")).Heading);
    }

    [Fact]
    public async Task Only_the_hash_of_the_cookie_is_stored()
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync("manager@foster.example");
        var key = visitor.Cookies["foster"]!;

        await host.InScopeAsync(async s =>
        {
            var hashes = await s.GetRequiredService<FosterDb>()
                .Set<Session>()
                .Select(x => x.KeyHash)
                .ToListAsync();
            Assert.DoesNotContain(key, hashes);
            Assert.Contains(SecretKey.HashOf(key), hashes);
        });
        Assert.True(visitor.Cookies.Find("foster").HttpOnly);
    }

    [Fact]
    public async Task Disabling_an_account_and_taking_a_role_hold_at_the_next_request()
    {
        await Village.AccountAsync(host, "HAR", "gone@foster.example", Role.TeamManager);
        var id = await Village.AccountAsync(host, "HAR", "less@foster.example", Role.TeamManager);
        using var gone = host.Visitor();
        using var less = host.Visitor();
        await gone.SignInAsync("gone@foster.example");
        await less.SignInAsync("less@foster.example");
        Assert.Equal("My work", (await gone.GetAsync("/staff")).Heading);

        await Steps.ChangeAccountAsync(host, "gone@foster.example", a => a.IsDisabled = true);
        await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<RoleAssignment>()
                .Where(r => r.AccountId == id)
                .ExecuteDeleteAsync()
        );

        Assert.Equal("Sign in", (await gone.GetAsync("/staff")).Heading);
        Assert.Equal("Sign in", (await less.GetAsync("/staff")).Heading);
    }

    [Theory]
    [InlineData("manager@foster.example", "/staff", 15, 10)]
    [InlineData("carer@foster.example", "/carer", 30, 12)]
    public async Task It_ends_after_a_while_without_a_page_and_after_hours_in_any_case(
        string name,
        string home,
        int idleMinutes,
        int hours
    )
    {
        using var idle = host.Visitor();
        using var busy = host.Visitor();
        await idle.SignInAsync(name);
        host.Clock.Advance(TimeSpan.FromMinutes(idleMinutes - 1));
        Assert.Equal(home, (await idle.GetAsync(home)).Path);
        host.Clock.Advance(TimeSpan.FromMinutes(idleMinutes - 1));
        Assert.Equal(home, (await idle.GetAsync(home)).Path);
        host.Clock.Advance(TimeSpan.FromMinutes(idleMinutes));
        var ended = await idle.GetAsync(home);
        Assert.Equal("/sign-in", ended.Address.AbsolutePath);
        Assert.Contains("nothing happened for a while", ended.Text);

        await busy.SignInAsync(name);
        var started = host.Clock.GetUtcNow();
        while (
            host.Clock.GetUtcNow() - started < TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(14)
        )
        {
            host.Clock.Advance(TimeSpan.FromMinutes(14));
            if (host.Clock.GetUtcNow() - started >= TimeSpan.FromHours(hours))
                break;
            Assert.Equal(home, (await busy.GetAsync(home)).Path);
        }
        host.Clock.Set(started + TimeSpan.FromHours(hours));
        Assert.Equal("/sign-in", (await busy.GetAsync(home)).Address.AbsolutePath);
    }

    [Fact]
    public async Task That_somebody_was_here_is_written_once_a_minute_at_most_and_asking_the_time_writes_nothing()
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync("supervisor@foster.example");
        var hash = SecretKey.HashOf(visitor.Cookies["foster"])!;
        var start = await SeenAsync(hash);
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        await visitor.GetAsync("/staff");
        Assert.Equal(start, await SeenAsync(hash));
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("780", (await visitor.GetAsync("/account/time")).Body);
        Assert.Equal(start, await SeenAsync(hash));

        await visitor.GetAsync("/staff");

        Assert.Equal(start + TimeSpan.FromMinutes(2), await SeenAsync(hash));
        Assert.Contains("900", (await visitor.GetAsync("/account/time")).Body);
        using var stranger = host.Visitor();
        Assert.Contains(":0", (await stranger.GetAsync("/account/time")).Body);
    }

    [Fact]
    public async Task One_press_prolongs_it()
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync("manager@foster.example");
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        var page = await visitor.GetAsync("/staff");
        Assert.Equal("120", page.Find("dialog").GetAttribute("data-warning"));
        host.Clock.Advance(TimeSpan.FromSeconds(50));

        await page.Form("dialog form[data-session-extend]").SubmitAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(14.5));
        Assert.Equal("My work", (await visitor.GetAsync("/staff")).Heading);
    }

    [Fact]
    public async Task Its_owner_sees_every_session_with_its_device_and_ends_it()
    {
        await Village.AccountAsync(host, "HAR", "owner@foster.example", Role.ApprovedCarer);
        using var here = host.Visitor();
        using var there = host.Visitor();
        here.Headers["User-Agent"] =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        there.Headers["User-Agent"] =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
        await here.SignInAsync("owner@foster.example");
        await there.SignInAsync("owner@foster.example");

        var page = await here.GetAsync("/account/sessions");
        Assert.Contains("Firefox on Windows", page.Text);
        Assert.Contains("Safari on iPhone", page.Text);
        page = await page.Form("main form[action*='Others']").SubmitAsync();

        Assert.Contains("everywhere else", page.Notification);
        Assert.Equal("Sign in", (await there.GetAsync("/carer")).Heading);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Nobody_ends_somebody_else_s_session()
    {
        using var manager = host.Visitor();
        using var carer = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        await carer.SignInAsync("carer@foster.example");
        var id = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Session>()
                .Where(x => x.KeyHash == SecretKey.HashOf(manager.Cookies["foster"]))
                .Select(x => x.Id)
                .SingleAsync()
        );

        var page = await (await carer.GetAsync("/account/sessions"))
            .Form("main form:has(input[name=id])")
            .Tamper("id", id.ToString())
            .SubmitAsync();

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("My work", (await manager.GetAsync("/staff")).Heading);
    }

    private Task<DateTime> SeenAsync(string hash) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Session>()
                .Where(x => x.KeyHash == hash)
                .Select(x => x.LastSeenAt)
                .SingleAsync()
        );

    public sealed class OnSqlite(QuietSqliteHost host)
        : SessionTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : SessionTests(host),
            IClassFixture<QuietPostgresHost>;
}
