using Foster.TestKit;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Operate;

public abstract class AdministrationTests(FosterHost host)
{
    [Fact]
    public async Task Duties_that_nobody_holds_are_named()
    {
        using var visitor = host.Visitor();

        var page = await visitor.SignInAsync("admin@foster.example");

        Assert.Equal("/admin", page.Path);
        Assert.Contains("Complaints manager", page.Find(".govuk-task-list").TextContent);
        Assert.Contains("Nobody holds this duty.", page.Find(".govuk-task-list").TextContent);
        Assert.DoesNotContain("Intake officer", page.Find(".govuk-task-list").TextContent);
        Assert.Contains("Recruitment officer", page.Find("table").TextContent);
    }

    [Fact]
    public async Task The_page_of_state_tables_shows_every_machine_with_every_row()
    {
        var tables = host.Services.GetRequiredService<StateTables>().All;
        using var visitor = host.Visitor();
        await visitor.SignInAsync("admin@foster.example");

        var page = await visitor.GetAsync("/admin/state-tables");

        var links = page.Document.QuerySelectorAll("main a[href*='of=']");
        Assert.Equal(tables.Select(t => t.Name), links.Select(a => a.TextContent));
        foreach (var (table, link) in tables.Zip(links))
        {
            var own = await visitor.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(table.Name, own.Find("h1").TextContent);
            Assert.Equal(table.Rows.Count(), own.Document.QuerySelectorAll("tbody tr").Length);
        }
    }

    [Fact]
    public void Every_state_machine_of_the_program_stands_in_the_catalogue()
    {
        var kept = typeof(StateTables)
            .Assembly.GetTypes()
            .Where(t => !t.ContainsGenericParameters)
            .SelectMany(t =>
                t.GetProperties((System.Reflection.BindingFlags)60)
                    .Where(p => p.GetMethod!.IsStatic)
                    .Select(p =>
                        (Type: p.PropertyType, Value: (Func<object?>)(() => p.GetValue(null)))
                    )
                    .Concat(
                        t.GetFields((System.Reflection.BindingFlags)60)
                            .Where(f => f.IsStatic)
                            .Select(f =>
                                (Type: f.FieldType, Value: (Func<object?>)(() => f.GetValue(null)))
                            )
                    )
            )
            .Where(m => typeof(IStateTable).IsAssignableFrom(m.Type))
            .Select(m => (IStateTable)m.Value()!)
            .ToHashSet();
        var shown = host.Services.GetRequiredService<StateTables>().All;

        Assert.NotEmpty(shown);
        Assert.Empty(kept.Except(shown).Select(t => t.Name));
    }

    [Fact]
    public async Task The_calendar_lists_its_days_and_its_version()
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync("admin@foster.example");

        var page = await visitor.GetAsync("/admin/calendar");

        Assert.Contains(BankHolidaySeed.Version, page.Text);
        Assert.Contains("Monday 31 August 2026", page.Text);
        Assert.Equal(
            BankHolidaySeed.Rows().Count,
            page.Document.QuerySelectorAll("tbody tr").Length
        );
    }

    [Fact]
    public async Task A_proclaimed_day_counts_from_then_on_and_open_dates_stay_R_DATE_01_R_DATE_08_R_DATE_09()
    {
        const string Path = "/admin/council/bank-holidays";
        var day = new DateOnly(2028, 6, 7);
        using var visitor = host.Visitor();
        await visitor.SignInAsync("admin@foster.example");
        var open = await DueDatesAsync();

        var page = await AddAsync(visitor, day, "Coronation");

        Assert.Equal(Path, page.Path);
        Assert.Contains("Wednesday 7 June 2028 Coronation Entered by hand", page.Text);
        Assert.Contains("London Gazette", page.Text);
        Assert.Equal(new DateOnly(2028, 6, 8), await NextWorkingDayAsync(day.AddDays(-1)));
        Assert.Equal(open, await DueDatesAsync());
        foreach (
            var (wrong, why) in new[]
            {
                (day, "in the calendar already"),
                (new DateOnly(2028, 6, 10), "no working day anyway"),
                (new DateOnly(2024, 6, 5), "still to come"),
            }
        )
            Assert.Contains(
                why,
                Assert.Single((await AddAsync(visitor, wrong, "Again")).ErrorSummary).Text
            );
        Assert.Equal(404, (int)(await visitor.GetAsync(Path + "/2028-12-25/remove")).Status);

        page = await (await visitor.GetAsync(Path + "/2028-06-07/remove"))
            .Form()
            .Fill("reason", "Announced for another day of the same week")
            .SubmitAsync();

        Assert.Equal(Path, page.Path);
        Assert.Contains("Announced for another day", page.Text);
        Assert.Equal(day, await NextWorkingDayAsync(day.AddDays(-1)));
    }

    private static async Task<HtmlPage> AddAsync(HtmlVisitor visitor, DateOnly on, string name) =>
        await (await visitor.GetAsync("/admin/council/bank-holidays/new"))
            .Form()
            .FillDate("Which day is it?", on)
            .Fill("name", name)
            .Fill("announced", "The London Gazette, issue 1")
            .SubmitAsync();

    private Task<DateOnly> NextWorkingDayAsync(DateOnly after) =>
        host.InScopeAsync(async s =>
            (await s.GetRequiredService<ICalendarSource>().CurrentAsync(default)).Next(after)
        );

    private Task<List<string>> DueDatesAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Deadline>()
                .IgnoreQueryFilters()
                .OrderBy(d => d.Id)
                .Select(d => d.Id + " " + d.DueOn + " " + d.CalendarVersion)
                .ToListAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : AdministrationTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : AdministrationTests(host),
            IClassFixture<PostgresDemoHost>;
}
