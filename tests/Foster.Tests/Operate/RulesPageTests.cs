using System.Net;
using Foster.TestKit;
using Foster.Web.Foundation.Clock;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>The rules page: the figures of §14, asked for by address.</summary>
public abstract class RulesPageTests(FosterHost host)
{
    [Theory]
    [InlineData("X-01", "R-ENQ-02", "2026-05-22", "Tue 26 May 2026")]
    [InlineData("X-03", "R-ENQ-05", "2026-04-02", "Mon 13 April 2026")]
    [InlineData("X-04", "R-ASSESS-06", "2026-12-14", "Wed 30 December 2026")]
    [InlineData("X-06", "R-ASSESS-12", "2026-05-01", "Mon 18 May 2026")]
    [InlineData("X-08", "R-APP-01", "2026-01-15", "Tue 15 September 2026")]
    [InlineData("X-09", "R-APP-01", "2026-06-30", "Sun 28 February 2027")]
    [InlineData("X-11", "R-PANEL-08", "2027-01-05", "Thu 24 December 2026")]
    [InlineData("X-13", "R-ADM-03", "2026-12-18", "Thu 31 December 2026")]
    [InlineData("X-19", "R-QD-02", "2026-11-30", "Mon 28 December 2026")]
    [InlineData("X-22", "R-TRF-06", "2026-08-10", "Tue 1 September 2026")]
    [InlineData("X-36", "R-TRF-03", "2026-07-09", "Thu 6 August 2026")]
    [InlineData("X-37", "R-TERMS-06", "2026-12-24", "Wed 6 January 2027")]
    [InlineData("X-38", "R-ALL-02", "2026-12-05", "Mon 7 December 2026")]
    [InlineData("X-33", "R-CMP-01", "2026-12-16", "Mon 4 January 2027")]
    public async Task It_answers_by_its_address(string example, string rule, string on, string due)
    {
        using var visitor = await ManagerAsync();

        var page = await visitor.GetAsync($"/staff/rules?rule={rule}&on={on}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.ErrorSummary);
        Assert.Contains(
            page.Document.QuerySelectorAll(".app-due").Select(d => d.TextContent),
            d => d == due
        );
        Assert.NotEqual("", example);
    }

    [Fact]
    public async Task X_22_shows_its_arithmetic_its_source_and_how_sure_it_is()
    {
        using var visitor = await ManagerAsync();

        var page = await visitor.GetAsync("/staff/rules?rule=R-TRF-06&on=2026-08-10");

        Assert.Contains("Not counted", page.Text);
        Assert.Contains("Mon 31 August 2026 (Summer bank holiday)", page.Text);
        Assert.Contains("Tue 1 September 2026: day 15", page.Text);
        Assert.Contains(("Source", "FSR 26(1A)(e) and 32(6)"), page.SummaryRows);
        Assert.Contains(("What stands behind it", "regulations (REG)"), page.SummaryRows);
        Assert.Contains(("How sure we are", "verified (V1)"), page.SummaryRows);
        Assert.Contains(("Bank holidays", "calendar " + BankHolidaySeed.Version), page.SummaryRows);
    }

    [Fact]
    public async Task X_39_counts_hours_from_a_time_and_asks_for_one()
    {
        using var visitor = await ManagerAsync();

        var without = await visitor.GetAsync("/staff/rules?rule=R-NOT-01&on=2026-12-26");
        Assert.Equal(
            [new ShownError("Enter the time: this rule counts clock hours", "at")],
            without.ErrorSummary
        );
        var with = await without
            .Form("form[action='/staff/rules']:not([role])")
            .Fill("At what time?", "9:30pm")
            .SubmitAsync();

        Assert.Equal("Sun 27 December 2026 at 9:30pm", with.Find(".app-due").TextContent);
    }

    [Fact]
    public async Task A_person_picks_a_rule_and_fills_in_the_day()
    {
        using var visitor = await ManagerAsync();
        var page = await visitor.GetAsync("/staff/rules");

        var answer = await page.Form("form[action='/staff/rules']:not([role])")
            .Fill("Rule", "R-TRF-06 Another service given access to records")
            .FillDate("When does it start to count?", 10, 8, 2026)
            .SubmitAsync();

        // What we ask of another service, and what it may ask of us.
        Assert.Equal(
            ["Tue 1 September 2026", "Tue 1 September 2026"],
            answer.Document.QuerySelectorAll(".app-due").Select(d => d.TextContent)
        );
    }

    [Fact]
    public async Task Every_rule_is_listed_found_by_search_and_answers()
    {
        using var visitor = await ManagerAsync();
        var all = await visitor.GetAsync("/staff/rules");
        Assert.All(DeadlineRules.All, r => Assert.Contains(r.Id, all.Text));

        var found = await visitor.GetAsync("/staff/rules?search=minutes+panel");
        Assert.Contains("R-PANEL-18", found.Find("table").TextContent);
        Assert.DoesNotContain("R-TRF-06", found.Find("table").TextContent);
        Assert.Contains(
            "No rule fits.",
            (await visitor.GetAsync("/staff/rules?search=zebra")).Text
        );

        foreach (var rule in DeadlineRules.All)
        {
            var page = await visitor.GetAsync(
                $"/staff/rules?rule={rule.Id}&on=2026-08-10&at=10:00"
            );
            var shown = page
                .Document.QuerySelectorAll(".app-due")
                .Select(d => d.TextContent)
                .ToList();
            Assert.Equal(rule.Lines.Count, shown.Count);
            foreach (
                var (line, text) in rule
                    .Lines.Zip(shown)
                    .Where(l => l.First.Counting != Counting.Hours)
            )
            {
                var due = line.From(new DateOnly(2026, 8, 10), BankHolidaySeed.Calendar);
                Assert.Equal(BritishDate.Short(due.On), text);
            }
        }
    }

    [Fact]
    public async Task A_rule_alone_is_chosen_and_not_an_error()
    {
        using var visitor = await ManagerAsync();

        var page = await visitor.GetAsync("/staff/rules?rule=r-trf-06");

        Assert.Empty(page.ErrorSummary);
        Assert.Contains("Another service given access to records", page.Text);
    }

    [Theory]
    [InlineData("rule=R-TRF-06&on=2026-02-30", "on-day")]
    [InlineData("rule=R-TRF-06&on=2026-13-01", "on-month")]
    [InlineData("rule=R-TRF-06&on=9999-12-31", "on-year")]
    [InlineData("rule=R-TRF-06&on=tomorrow", "on-month")]
    [InlineData("rule=R-TRF-06&on=%ED%A0%80", "on-month")]
    [InlineData("rule=R-TRF-06&on-day=10&on-month=&on-year=2026", "on-month")]
    [InlineData("rule=R-NO-99&on=2026-08-10", "rule")]
    [InlineData("rule=R-NO-99", "rule")]
    [InlineData("on=2026-08-10", "rule")]
    [InlineData("rule=%E2%80%8B&on=2026-08-10", "rule")]
    [InlineData("rule=R-NOT-01&on=2026-08-10&at=half+past", "at")]
    public async Task What_it_cannot_read_is_named_beside_its_field(string query, string field)
    {
        using var visitor = await ManagerAsync();

        var page = await visitor.GetAsync("/staff/rules?" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Error: ", page.Title);
        Assert.Contains(page.ErrorSummary, e => e.Field == field);
    }

    private async Task<HtmlVisitor> ManagerAsync()
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync("manager@foster.example");
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : RulesPageTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : RulesPageTests(host),
            IClassFixture<PostgresDemoHost>;
}
