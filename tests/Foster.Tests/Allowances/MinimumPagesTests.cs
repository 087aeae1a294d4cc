using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Web.Features.Allowances;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>The pages of the national minimum, as the people of two councils see them.</summary>
public abstract class MinimumPagesTests(FosterHost host)
{
    private const string Year2026 = "2026-27, from 6 April 2026";

    [Fact]
    public async Task One_enters_another_compares_and_confirms_and_schedules_are_measured_by_it_M_NMA_04()
    {
        using var finance = host.Visitor();
        await finance.SignInAsync("finance@foster.example");
        var overview = await finance.GetAsync(AllowancesLinks.Finance);
        Assert.Contains(
            "The national minimum for 2026-27 has counted since 6 April 2026",
            overview.Text
        );
        Assert.Contains(
            "It meets the national minimum for 2025-26 (Rest of England), which stands in for 2026-27.",
            overview.Text
        );
        var years = await finance.GetAsync(AllowancesLinks.Minimum);
        Assert.Contains("a team manager has to confirm it", years.Text);
        Assert.Contains("Shipped with Foster", years.Text);
        Assert.Contains(
            "£299",
            (await finance.GetAsync(AllowancesLinks.MinimumOf(new(2025)))).Text
        );

        var entered = await Fill(await finance.GetAsync(AllowancesLinks.NewMinimum), 250)
            .SubmitAsync();

        Assert.Contains("The table is entered", entered.Notification);
        Assert.Contains("£260, up £62", entered.Text);
        Assert.Contains("You entered this table.", entered.Text);
        var id = Guid.Parse(entered.Address.Segments[^1]);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await finance.GetAsync(AllowancesLinks.ConfirmMinimum(id))).Status
        );

        using var other = host.Visitor();
        await other.SignInAsync("manager@other.foster.example");
        foreach (
            var address in new[]
            {
                AllowancesLinks.MinimumEntry(id),
                AllowancesLinks.ConfirmMinimum(id),
                AllowancesLinks.SendBackMinimum(id),
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
        var others = await other.GetAsync(AllowancesLinks.MinimumOf(new(2026)));
        Assert.Contains("The table of 2026-27 is not confirmed here.", others.Text);
        Assert.Contains("Sent back", others.Text);
        Assert.DoesNotContain("£250", others.Text);

        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        foreach (var address in new[] { "/staff", AllowancesLinks.Schedules })
            Assert.Contains("it waits for a second person", (await manager.GetAsync(address)).Text);
        var unread = await (await manager.GetAsync(AllowancesLinks.ConfirmMinimum(id)))
            .Form("main form[method=post]")
            .SubmitAsync();
        Assert.Contains(
            unread.ErrorSummary,
            e => e.Text.StartsWith("Compare every amount", StringComparison.Ordinal)
        );
        var confirmed = await unread
            .Form("main form[method=post]")
            .Check("I have opened the source and compared all 15 amounts with it")
            .SubmitAsync();

        Assert.Contains("The table is confirmed.", confirmed.Notification);
        Assert.Contains("Confirmed, counts now", confirmed.Text);
        var now = await finance.GetAsync(AllowancesLinks.Finance);
        Assert.Contains("The standard is not met. By the national minimum for 2026-27", now.Text);
        Assert.Contains("aged 0 to 2: £80.00 (£170.00 is paid, the minimum is £250.00)", now.Text);
        Assert.DoesNotContain("unlawful", now.Text);
        Assert.DoesNotContain("has counted since", now.Text);
        var waiting = await DemoEntryAsync();
        Assert.Contains(
            "Another table of 2026-27 was confirmed",
            (
                await (await manager.GetAsync(AllowancesLinks.ConfirmMinimum(waiting)))
                    .Form("main form[method=post]")
                    .Check("I have opened the source and compared all 15 amounts with it")
                    .SubmitAsync()
            ).Text
        );
        var again = await finance.GetAsync(AllowancesLinks.NewMinimumLike(id));
        Assert.Equal("264.00", again.Form("main form[method=post]").Value("London, 16 to 17"));
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var finance = host.Visitor();
        await finance.SignInAsync("finance@other.foster.example");
        var before = await CountAsync();
        const string amount = "London, 0 to 2";
        const string source = "Where can it be read?";
        const string why = "Why does it stand in place of the table that is here? (optional)";
        foreach (
            var (field, typed, said) in new[]
            {
                (amount, "-5", "London, 0 to 2 must be more than £0"),
                (amount, "0", "London, 0 to 2 must be more than £0"),
                (amount, "1001", "London, 0 to 2 must be more than £0 and up to £1,000"),
                (amount, "198.50", "London, 0 to 2 must be whole pounds"),
                (amount, "198.505", "London, 0 to 2 must have no more than 2 numbers"),
                (amount, "a lot", "London, 0 to 2 must be an amount of money"),
                (amount, "99999999999999999999", "London, 0 to 2 must be an amount of money"),
                (amount, "", "Enter the weekly amount for London, 0 to 2"),
                (source, "", "Enter the address where the publication can be read"),
                (source, "www.gov.uk/table", "Enter the whole address, beginning with https://"),
                (source, "javascript:alert(1)", "Enter the whole address"),
                ("What is the publication called?", "", "Enter the name of the publication"),
                ("What is the publication called?", new('x', 151), "Name of the publication must"),
                ("Note (optional)", new('x', 1_001), "Note must be 1,000 characters or fewer"),
                (why, "It was misread by somebody.", "There is no table of 2026-27 yet"),
            }
        )
        {
            var page = await Fill(await finance.GetAsync(AllowancesLinks.NewMinimum), 200)
                .Fill(field, typed)
                .SubmitAsync();

            Assert.Contains(
                page.ErrorSummary,
                e => e.Text.StartsWith(said, StringComparison.Ordinal)
            );
            Assert.StartsWith("Error: ", page.Title);
            var form = page.Form("main form[method=post]");
            Assert.Equal(typed, form.Value(field));
            Assert.Equal("201", form.Value("Rest of England, 3 to 4"));
            Assert.Equal(Year2026, form.Value("Which year is it for?"));
        }

        var replaces = await Fill(await finance.GetAsync(AllowancesLinks.NewMinimum), 200)
            .Fill("Which year is it for?", "2025-26, from 6 April 2025")
            .SubmitAsync();
        Assert.Contains(
            replaces.ErrorSummary,
            e =>
                e.Text.StartsWith(
                    "Say in at least 20 characters why this stands",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_file_with_bad_rows_leaves_nothing_and_a_good_one_waits_for_its_second_person()
    {
        using var finance = host.Visitor();
        await finance.SignInAsync("finance@other.foster.example");
        var before = await CountAsync();
        var good = string.Join(
            '\n',
            MinimumTerms.Places.Select((p, i) => $"{p.Region.Title()},{p.Band.Key()},{200 + i}")
        );

        var refused = await SendAsync(finance, good + "\nWales,0-2,170\nLondon,0-2,1");

        Assert.Equal(
            ["Row 17: “Wales” is no region", "Row 18: there is a row for London, 0-2 already"],
            refused.ErrorSummary.Select(e => e.Text.Split(':')[0] + ":" + e.Text.Split(':')[1])
        );
        Assert.Equal(
            "The table",
            refused.Form("main form[method=post]").Value("What is the publication called?")
        );
        Assert.Equal(before, await CountAsync());
        var done = await SendAsync(finance, good);
        Assert.Contains("The table is entered from the file", done.Notification);
        Assert.Contains("Waits for a second person", done.Text);
        Assert.Equal(before + 1, await CountAsync());
    }

    private static HtmlForm Fill(HtmlPage page, int from)
    {
        var form = page.Form("main form[method=post]")
            .Fill("Which year is it for?", Year2026)
            .Fill("What is the publication called?", "Fostering allowances 2026 to 2027")
            .Fill("Where can it be read?", "https://www.gov.uk/allowances");
        foreach (var (place, i) in MinimumTerms.Places.Select((p, i) => (p, i)))
            form.Fill(MinimumTerms.NameOf(place.Region, place.Band), $"{from + i}");
        return form;
    }

    private static async Task<HtmlPage> SendAsync(HtmlVisitor finance, string rows) =>
        await (await finance.GetAsync(AllowancesLinks.ImportMinimum))
            .Form("main form[method=post]")
            .Fill("What is the publication called?", "The table")
            .Fill("Where can it be read?", "https://www.gov.uk/allowances")
            .Attach(
                "CSV file",
                "minimum.csv",
                Encoding.UTF8.GetBytes("Region,Age,Pounds a week\n" + rows),
                "text/csv"
            )
            .SubmitAsync();

    /// <summary>The one with which the demonstration of the first council begins.</summary>
    private Task<Guid> DemoEntryAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<MinimumEntry>()
                .IgnoreQueryFilters()
                .Where(e => e.Publication.StartsWith("Made-up"))
                .Where(e =>
                    !s.GetRequiredService<FosterDb>()
                        .Set<MinimumDecision>()
                        .IgnoreQueryFilters()
                        .Any(d => d.EntryId == e.Id)
                )
                .Select(e => e.Id)
                .SingleAsync()
        );

    private Task<int> CountAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>().Set<MinimumEntry>().IgnoreQueryFilters().CountAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : MinimumPagesTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : MinimumPagesTests(host),
            IClassFixture<PostgresDemoHost>;
}
