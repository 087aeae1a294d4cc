using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Cases;

public abstract class CasePageTests(FosterHost host)
{
    private static readonly DateOnly Day = new(2026, 5, 8);

    [Fact]
    public async Task It_shows_people_clocks_with_their_reason_and_what_happened()
    {
        var id = await Village.CaseAsync(host, "HAR", Day, ("Zoë", "Åshdown"), ("Sam", "Åshdown"));
        await Village.DeadlineAsync(
            host,
            "HAR",
            id,
            DeadlineRules.RecordsAccess,
            Day,
            Role.TeamManager
        );
        await WriteAsync(
            id,
            new HistoryNote("test.moved", "Moved on")
            {
                OccurredOn = Day,
                From = DayOfWeek.Monday,
                To = DayOfWeek.Friday,
                ReasonCode = "no-spare-room",
                Reason = "There is no room for a child yet.",
                Rules = ["R-ENQ-08", "T-ENQ-06"],
            },
            a => a with { OnBehalfOf = "Zoë Åshdown" }
        );
        using var visitor = await InAsync("manager@foster.example");

        var page = await visitor.GetAsync($"/staff/cases/{id}");

        Assert.Equal("Zoë Åshdown and Sam Åshdown", page.Heading);
        Assert.DoesNotContain("shdown", page.Title);
        Assert.Contains("Another service given access to records", page.Text);
        Assert.Contains("Why this date? (R-TRF-06)", page.Text);
        Assert.Contains("Mon 25 May 2026 (Spring bank holiday)", page.Text);
        var entry = page.Document.QuerySelectorAll(".app-timeline__item")[0].TextContent;
        foreach (
            var said in new[]
            {
                "Moved on",
                "8 May 2026",
                "Foster, on behalf of Zoë Åshdown",
                "Monday",
                "friday",
                "Reason: no spare room",
                "There is no room for a child yet.",
                "Recorded on 15 May 2026 at 10am",
                "R-ENQ-08, T-ENQ-06",
            }
        )
            Assert.Contains(
                said,
                string.Join(' ', entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            );
    }

    [Fact]
    public async Task A_long_history_comes_newest_first_in_pages_of_30()
    {
        var id = await Village.CaseAsync(host, "HAR", Day, ("Long", "Story"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        // One act, one instant: its entries stay in their order all the same.
        await Village.ChangeAsync(
            host,
            "HAR",
            async (services, actor) =>
            {
                var history = services.GetRequiredService<CaseHistory>();
                for (var i = 1; i <= 70; i++)
                    await history.WriteAsync(
                        actor,
                        id,
                        new HistoryNote("test.step", $"Step {i:00}"),
                        default
                    );
            }
        );
        using var visitor = await InAsync("manager@foster.example");
        var page = await visitor.GetAsync($"/staff/cases/{id}");
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(
                page.Document.QuerySelectorAll(".app-timeline__title").Select(t => t.TextContent)
            );
            if (page.Document.QuerySelector("a[rel=next]") is not { } next)
                break;
            Assert.Equal(0, seen.Count % 30);
            page = await visitor.GetAsync(next.GetAttribute("href")!);
        }

        Assert.Equal(
            [.. Enumerable.Range(1, 70).Reverse().Select(i => $"Step {i:00}"), "Case opened"],
            seen
        );
    }

    [Fact]
    public async Task Another_council_s_case_an_unknown_one_and_one_not_held_answer_with_the_same_page()
    {
        var id = await Village.CaseAsync(host, "HAR", Day, ("Hidden", "Elsewhere"));
        using var other = await InAsync("manager@other.foster.example");
        using var assessor = await InAsync("assessor@foster.example");

        var pages = new[]
        {
            await other.GetAsync($"/staff/cases/{id}"),
            await other.GetAsync($"/staff/cases/{Guid.NewGuid()}"),
            await other.GetAsync("/staff/cases/no-case"),
            await assessor.GetAsync($"/staff/cases/{id}"),
        };

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.NotFound, p.Status));
        Assert.Single(pages.Select(p => p.Text).Distinct());
        Assert.Single(pages.Select(p => p.Title).Distinct());
    }

    [Fact]
    public async Task A_restricted_case_is_there_for_those_named_and_for_nobody_else()
    {
        var id = await Village.CaseAsync(host, "HAR", Day, ("Private", "Matter"));
        await Village.ChangeAsync(
            host,
            "HAR",
            async (services, actor) =>
            {
                var found = await services
                    .GetRequiredService<FosterDb>()
                    .Set<Case>()
                    .SingleAsync(c => c.Id == id);
                await services
                    .GetRequiredService<RestrictCase>()
                    .RunAsync(
                        new RestrictCaseInput(found, "Connected with a councillor", []),
                        actor,
                        default
                    );
            }
        );
        using var intake = await InAsync("intake@foster.example");
        using var manager = await InAsync("manager@foster.example");

        var page = await intake.GetAsync($"/staff/cases/{id}");

        Assert.Contains("This case is restricted", page.Text);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await manager.GetAsync($"/staff/cases/{id}")).Status
        );
    }

    [Theory]
    [InlineData("recruitment@foster.example", "enquiry.test", true)]
    [InlineData("recruitment@foster.example", "stage1.test", false)]
    [InlineData("panel.adviser@foster.example", "enquiry.test", false)]
    [InlineData("panel.adviser@foster.example", "stage1.test", true)]
    [InlineData("manager@foster.example", "enquiry.test", true)]
    [InlineData("manager@foster.example", "stage1.test", true)]
    public async Task A_role_reads_of_the_history_what_it_may(string name, string kind, bool reads)
    {
        var id = await Village.CaseAsync(host, "HAR", Day, ("Partly", "Read"));
        await WriteAsync(id, new HistoryNote(kind, "Something of " + kind));
        using var visitor = await InAsync(name);

        var page = await visitor.GetAsync($"/staff/cases/{id}");

        Assert.Equal(reads, page.Text.Contains("Something of", StringComparison.Ordinal));
        Assert.Contains("Case opened", page.Text);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("9999999999999999999-00000000000000000000000000000000")]
    public async Task A_changed_address_of_the_history_breaks_nothing(string before)
    {
        var id = await Village.CaseAsync(host, "HAR", Day, ("Plain", "Page"));
        using var visitor = await InAsync("manager@foster.example");

        var page = await visitor.GetAsync($"/staff/cases/{id}?before={before}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private Task WriteAsync(Guid caseId, HistoryNote note, Func<Actor, Actor>? actor = null) =>
        Village.ChangeAsync(
            host,
            "HAR",
            (services, foster) =>
                services
                    .GetRequiredService<CaseHistory>()
                    .WriteAsync(actor?.Invoke(foster) ?? foster, caseId, note, default)
        );

    private async Task<HtmlVisitor> InAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : CasePageTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : CasePageTests(host),
            IClassFixture<PostgresDemoHost>;
}
