using System.Net;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.TestKit;

public abstract class FosterHostTests(FosterHost host)
{
    [Fact]
    public async Task The_whole_program_answers_behind_a_real_socket()
    {
        using var visitor = host.Visitor();

        Assert.Equal("ready", (await visitor.GetAsync("/health/ready")).Body);
        var home = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.NotEqual("", home.Title);
    }

    [Fact]
    public async Task Its_styles_are_really_there()
    {
        using var visitor = host.Visitor();
        var home = await visitor.GetAsync("/");

        var styles = home
            .Document.QuerySelectorAll("link[rel=stylesheet]")
            .Select(l => l.GetAttribute("href")!)
            .ToList();

        Assert.NotEmpty(styles);
        foreach (var style in styles)
        {
            Assert.True((await visitor.GetAsync(style)).Content.Length > 10_000, style);
        }
    }

    [Fact]
    public async Task Its_clock_is_the_test_s()
    {
        var clock = host.Services.GetRequiredService<LondonClock>();
        Assert.Equal(new DateOnly(2026, 5, 15), clock.Today);

        host.Clock.AdvanceDays(3);

        Assert.Equal(new DateOnly(2026, 5, 18), clock.Today);
        host.Clock.AdvanceDays(-3);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_people_of_the_demonstration_can_sign_in()
    {
        using var visitor = host.Visitor();

        var page = await visitor.SignInAsync("manager@foster.example");

        Assert.Equal("/staff", page.Address.AbsolutePath);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            host.Visitor().SignInAsync("manager@foster.example", "not the password")
        );
    }

    [Fact]
    public async Task Services_are_at_hand_in_a_scope_of_their_own() =>
        Assert.Equal(
            2,
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>().Set<Council>().CountAsync()
            )
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : FosterHostTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : FosterHostTests(host),
            IClassFixture<PostgresDemoHost>;
}
