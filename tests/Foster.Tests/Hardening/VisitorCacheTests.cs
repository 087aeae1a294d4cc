using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>What is kept for visitors is only what all of them see, and nobody else is served from it.</summary>
public sealed class VisitorCacheTests(QuietSqliteHost host) : IClassFixture<QuietSqliteHost>
{
    /// <summary>A little less than the five seconds for which a page is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task The_start_page_is_kept_for_visitors_and_for_nobody_else()
    {
        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        using var first = host.Visitor();
        using var second = host.Visitor();
        HtmlPage page,
            kept;
        string team;
        var times = 0;
        long begun;
        do
        {
            // A machine that took longer than pages are kept has shown nothing.
            team = $"Newly named team {++times}";
            begun = Stopwatch.GetTimestamp();
            page = await first.GetAsync("/enquire");
            await RenameAsync(team);
            kept = await second.GetAsync("/enquire");
        } while (Stopwatch.GetElapsedTime(begun) > Kept && times < 20);
        var fresh = await manager.GetAsync("/enquire");
        var asked = await second.GetAsync("/enquire?x=1");

        Assert.Equal(page.Body, kept.Body);
        Assert.Empty(second.Cookies.Names);
        Assert.DoesNotContain(team, kept.Text, StringComparison.Ordinal);
        Assert.Contains(team, fresh.Text, StringComparison.Ordinal);
        Assert.Contains("Sign out", fresh.Body, StringComparison.Ordinal);
        Assert.Contains(team, asked.Text, StringComparison.Ordinal);
        Assert.Empty(kept.Faults());
        Assert.Equal("no-store", kept.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task What_a_council_saves_is_another_page_within_a_second()
    {
        using var visitor = host.Visitor();
        Assert.DoesNotContain("Saved team", (await visitor.GetAsync("/enquire")).Text);

        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            foreach (var council in await db.Set<Council>().ToListAsync())
                council.TeamName = "Saved team";
            return await db.SaveChangesAsync();
        });
        // The age of what is kept is counted by the machine, whatever the calendar says.
        await Task.Delay(TimeSpan.FromSeconds(1.1));

        Assert.Contains("Saved team", (await visitor.GetAsync("/enquire")).Text);
    }

    private Task<int> RenameAsync(string team) =>
        host.InScopeAsync(async s =>
            await s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .ExecuteUpdateAsync(u => u.SetProperty(c => c.TeamName, team))
        );
}
