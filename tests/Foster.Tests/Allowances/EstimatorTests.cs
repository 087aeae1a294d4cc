using System.Net;
using System.Text.RegularExpressions;
using Foster.TestKit;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>What would I be paid? Everything stands in the address, and nothing is written.</summary>
public abstract partial class EstimatorTests(FosterHost host)
{
    private const string Page = "/payments-and-allowances";

    [Fact]
    public async Task It_says_allowance_and_fee_apart_with_the_reason_and_the_tax_relief_M_TAX_06()
    {
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync(
            Page + "?council=har&age-1=12&nights-1=7&age-2=3&nights-2=2&level=2"
        );

        Assert.Equal("What you would be paid", page.Heading);
        foreach (
            var said in new[]
            {
                // 220.00 + 50.29 and 150.00 + 42.86
                "£270.29",
                "£192.86",
                "£463.15",
                "Aged 3, so the rate for 3 to 4: £176.00 a week, of which 2 of 7 nights",
                "Level 2: £150.00 a week for each child",
                "This is an estimate and no promise",
                // 20,440 + 53 × 435 + 53 × 515
                "£70,790.00",
                "In 2026-27 a home like this",
                "Check with HMRC",
            }
        )
            Assert.Contains(said, page.Text);
    }

    [Fact]
    public async Task A_person_finds_it_by_answering_and_can_come_back_to_the_address()
    {
        using var visitor = host.Visitor();
        var answer = await (await visitor.GetAsync(Page))
            .Form("main form")
            .Fill("Which council would you foster for?", "Harbourside Council")
            .Fill("Age of the child", "9")
            .SubmitAsync();

        Assert.Contains("£269.00", answer.Text);
        // The next question keeps council and ages, and another council keeps the ages.
        Assert.Equal("9", answer.Form("main form").Value("Age of the child"));
        var other = await answer
            .Form("main form")
            .Fill("Which council would you foster for?", "Westmoor Council")
            .SubmitAsync();
        Assert.Empty(other.ErrorSummary);
        Assert.Contains("Westmoor Council", other.Text);
        Assert.Equal("9", other.Form("main form").Value("Age of the child"));
        var only = await (await visitor.GetAsync(Page))
            .Form("main form")
            .Fill("Which council would you foster for?", "Harbourside Council")
            .SubmitAsync();
        Assert.Empty(only.ErrorSummary);
        Assert.Equal(answer.Text, (await visitor.GetAsync(answer.Path)).Text);
        Assert.Empty(visitor.Cookies.Names);
    }

    [Fact]
    public async Task Without_a_published_schedule_it_shows_the_national_minimum_by_name_M_NMA_04()
    {
        using var visitor = host.Visitor();

        var draft = await visitor.GetAsync(Page + "?council=wes&age-1=16&region=London");

        Assert.Equal("The least you should be paid", draft.Heading);
        Assert.Contains(
            "This is the national minimum allowance for 2025-26 (London), not what Westmoor Council pays.",
            draft.Text
        );
        Assert.Contains("£299.00", draft.Text);
        Assert.Contains("The national minimum knows no fee", draft.Text);
        Assert.Contains("The table for 2026-27 is not known here yet", draft.Text);
        Assert.Contains(
            "Westmoor Council has not published",
            (await visitor.GetAsync(Page + "?council=wes")).Text
        );
    }

    [Theory]
    [InlineData("age-1=19", "Age of child 1 must be from 0 to 17. From 18 on")]
    [InlineData("age-1=-1", "Age of child 1 must be 0 or more")]
    [InlineData("age-1=two", "Age of child 1 must be a number, like 3")]
    [InlineData("age-1=3.5", "Age of child 1 must be a whole number")]
    [InlineData("age-1=999999999999999999999", "Age of child 1 must be")]
    [InlineData("age-1=4&nights-1=8", "Nights a week of child 1 must be from 1 to 7")]
    [InlineData("age-1=4&nights-1=0", "Nights a week of child 1 must be from 1 to 7")]
    [InlineData("age-1=4&nights-2=3", "Enter the age of child 2")]
    [InlineData("age-1=", "Enter the age of at least one child")]
    [InlineData("age-1=4&age-7=5", "You can ask for up to 6 children at once")]
    [InlineData("age-1=4&age-1=5", "You can ask for up to 6 children at once")]
    [InlineData("age-1=4&level=9", "Select a skill level")]
    public async Task What_cannot_be_is_said_beside_its_field_and_kept(string query, string said)
    {
        using var visitor = host.Visitor();
        var level = query.Contains("level") ? "" : "&level=1";

        var page = await visitor.GetAsync($"{Page}?council=har&{query}{level}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.ErrorSummary, e => e.Text.StartsWith(said, StringComparison.Ordinal));
        Assert.Contains(said, page.Find(".govuk-error-message").TextContent);
        Assert.StartsWith("Error: ", page.Title);
        var typed = First().Match(query).Groups[1].Value;
        Assert.Equal(typed, page.Find("input#age-1").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Two_hundred_children_are_one_error_and_hostile_words_are_only_words()
    {
        using var visitor = host.Visitor();

        var many = await visitor.GetAsync(
            $"{Page}?council=har&level=1&"
                + string.Join('&', Enumerable.Range(1, 200).Select(n => $"age-{n}=3"))
        );
        var hostile = await visitor.GetAsync(
            Page + "?council=%22%3E%3Cscript%3E&age-1=%3Cscript%3E&region=x"
        );

        Assert.Single(many.ErrorSummary);
        Assert.Equal(HttpStatusCode.OK, hostile.Status);
        Assert.DoesNotContain("<script>\"", hostile.Body);
        Assert.Equal("<script>", hostile.Find("input#age-1").GetAttribute("value"));
    }

    [Fact]
    public async Task It_answers_without_a_write()
    {
        var before = await StateAsync();
        using var visitor = host.Visitor();

        foreach (var query in new[] { "", "?council=har&age-1=3&level=1", "?age-1=x" })
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Page + query)).Status);

        Assert.Equal(before, await StateAsync());
    }

    /// <summary>How many rows each table has; a submission, a session or a draft would be one more.</summary>
    private Task<string> StateAsync() =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var counts = new List<string>();
            foreach (
                var type in db
                    .Model.GetEntityTypes()
                    .Where(t =>
                        !t.IsOwned() && t.ClrType.Name is not ("Lease" or "JobRunRow" or "Seal")
                    )
            )
                counts.Add(
                    type.ClrType.Name
                        + await (
                            (IQueryable<object>)
                                typeof(DbContext)
                                    .GetMethod(nameof(DbContext.Set), [])!
                                    .MakeGenericMethod(type.ClrType)
                                    .Invoke(db, null)!
                        )
                            .IgnoreQueryFilters()
                            .CountAsync()
                );
            return string.Join(' ', counts);
        });

    [GeneratedRegex("age-1=([^&]*)")]
    private static partial Regex First();

    public sealed class OnSqlite(SqliteDemoHost host)
        : EstimatorTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : EstimatorTests(host),
            IClassFixture<PostgresDemoHost>;
}
