using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Cases;

public abstract class WorkListTests(FosterHost host)
{
    [Fact]
    public async Task Work_stands_under_overdue_today_this_week_and_later_for_its_holder_alone()
    {
        // The clock stands on Friday 15 May 2026, so this week ends on Sunday 17.
        var id = await Village.CaseAsync(host, "WES", new(2026, 5, 1), ("Worka", "Listed"));
        foreach (
            var (on, holder) in new (DateOnly, Role)[]
            {
                (new(2026, 4, 1), Role.TeamManager),
                (new(2026, 4, 17), Role.TeamManager),
                (new(2026, 4, 18), Role.TeamManager),
                (new(2026, 5, 1), Role.TeamManager),
                (new(2026, 5, 2), Role.Assessor),
            }
        )
            await Village.DeadlineAsync(host, "WES", id, DeadlineRules.TransferMeeting, on, holder);
        using var visitor = host.Visitor();

        var page = await visitor.SignInAsync("manager@other.foster.example");

        Assert.Equal(
            [
                ("Overdue", "Wed 29 April 2026 16 days late"),
                ("Due today", "Fri 15 May 2026 today"),
                ("Due this week", "Sat 16 May 2026 tomorrow"),
                ("Later", "Fri 29 May 2026 in 14 days"),
            ],
            Rows(page, "Worka Listed")
        );
        Assert.Contains("R-TRF-03", page.Text);
        Assert.Contains("Worka Listed", page.Text);
        Assert.Contains("Every day counts, weekends and bank holidays too", page.Text);
    }

    [Fact]
    public async Task Much_work_is_shown_in_part_and_whole_on_request()
    {
        var id = await Village.CaseAsync(host, "HAR", new(2026, 4, 1), ("Much", "Work"));
        for (var i = 0; i < 30; i++)
            await Village.DeadlineAsync(
                host,
                "HAR",
                id,
                DeadlineRules.TransferMeeting,
                new(2026, 3, 1),
                Role.SupervisingSocialWorker
            );
        await Village.ChangeAsync(
            host,
            "HAR",
            async (services, actor) =>
            {
                var worker = await services
                    .GetRequiredService<FosterDb>()
                    .Users.SingleAsync(u => u.UserName == "supervisor@foster.example");
                await services
                    .GetRequiredService<AllocateWorker>()
                    .RunAsync(
                        new(id, worker.Id, Role.SupervisingSocialWorker, new(2026, 4, 1)),
                        actor,
                        default
                    );
            }
        );
        using var visitor = host.Visitor();
        var page = await visitor.SignInAsync("supervisor@foster.example");
        Assert.Equal(8, Rows(page).Count(r => r.Part == "Overdue"));

        page = await page.FollowAsync("Show all: overdue");
        Assert.True(Rows(page).Count == 25);
        page = await page.FollowAsync("Next page");

        Assert.True(Rows(page).Count >= 5);
        Assert.Contains("First page", page.Text);
    }

    [Fact]
    public async Task Nothing_to_do_says_so_and_what_next()
    {
        await Village.AccountAsync(host, "HAR", "idle@foster.example", Role.Assessor);
        using var visitor = host.Visitor();

        var page = await visitor.SignInAsync("idle@foster.example");

        Assert.Contains("Nothing waits for you.", page.Text);
        Assert.Equal("Cases", (await page.FollowAsync("look through the cases")).Heading);
    }

    private static List<(string Part, string Due)> Rows(HtmlPage page, string of = "") =>
        [
            .. from table in page.Document.QuerySelectorAll("main table")
            let part = table.QuerySelector("caption")!.TextContent.Trim()
            from row in table.QuerySelectorAll("tbody tr")
            where row.TextContent.Contains(of, StringComparison.Ordinal)
            select (
                part,
                string.Join(
                    ' ',
                    row.QuerySelectorAll("td")[1]
                        .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                )
            ),
        ];

    public sealed class OnSqlite(SqliteDemoHost host)
        : WorkListTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : WorkListTests(host),
            IClassFixture<PostgresDemoHost>;
}
