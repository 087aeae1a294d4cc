using Foster.TestKit;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
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

        Assert.Equal(
            tables.Select(t => t.Name),
            page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent)
        );
        Assert.Equal(
            tables.Sum(t => t.Rows.Count()),
            page.Document.QuerySelectorAll("tbody tr").Length
        );
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

    public sealed class OnSqlite(SqliteDemoHost host)
        : AdministrationTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : AdministrationTests(host),
            IClassFixture<PostgresDemoHost>;
}
