using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Operate;

public abstract class DemonstrationTests(FosterHost host)
{
    [Fact]
    public async Task One_press_signs_in_and_leads_to_where_the_day_starts()
    {
        foreach (var persona in DemoRegion.Staff)
        {
            using var visitor = host.Visitor();
            var page = await visitor.GetAsync("/demo");
            Assert.Contains(persona.Name, page.Text);

            page = await page.Form($"main form:has(input[value='{persona.SignInName}'])")
                .SubmitAsync();

            Assert.Equal(persona.Role.Home(), page.Path);
        }
    }

    [Fact]
    public async Task Messages_of_both_councils_are_shown_newest_first_with_links_that_work_here()
    {
        string absolute = await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var link = s.GetRequiredService<Links>().Absolute("/contact#har");
            foreach (var council in await db.Set<Council>().OrderBy(c => c.Code).ToListAsync())
            {
                s.GetRequiredService<ActorSource>().System(council.Id);
                for (var i = 0; i < 15; i++)
                {
                    host.Clock.Advance(TimeSpan.FromSeconds(1));
                    s.GetRequiredService<Outbox>()
                        .Post(
                            council.Id,
                            null,
                            new Email(
                                "test.demo",
                                "somebody@foster.example",
                                $"{council.Code} number {i:00}",
                                $"Go to {link}. <b>Or</b> to https://elsewhere.example/x"
                            )
                        );
                }
                await db.SaveChangesAsync();
            }
            return link;
        });
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/demo/messages");
        var subjects = page
            .Document.QuerySelectorAll("main h2")
            .Select(h => h.TextContent)
            .ToList();

        Assert.Equal(20, subjects.Count);
        Assert.Equal("WES number 14", subjects[0]);
        Assert.Contains("<b>Or</b>", page.Text);
        Assert.DoesNotContain(
            page.Links,
            l => l.GetAttribute("href")!.Contains("elsewhere", StringComparison.Ordinal)
        );
        var first = page.Document.QuerySelector(".app-message a")!;
        Assert.Equal(absolute, first.TextContent);
        Assert.Equal("/contact#har", first.GetAttribute("href"));
        page = await page.FollowAsync("Next page");
        Assert.Equal("HAR number 09", page.Document.QuerySelector("main h2")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_s_address_of_a_page_breaks_nothing()
    {
        using var visitor = host.Visitor();

        Assert.Equal(
            "Demonstration messages",
            (await visitor.GetAsync("/demo/messages?before=nonsense")).Heading
        );
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : DemonstrationTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : DemonstrationTests(host),
            IClassFixture<PostgresDemoHost>;
}
