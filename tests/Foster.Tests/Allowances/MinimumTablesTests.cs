using System.Globalization;
using System.Text;
using Foster.Web.Features.Allowances;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>Which table counts, when one is missed, and what can be entered: without a database.</summary>
public sealed class MinimumTablesTests
{
    private static readonly DateOnly Today = new(2026, 5, 15);

    [Theory]
    [InlineData("2026-02-28", "")]
    [InlineData("2026-03-01", "2026-27")]
    [InlineData("2026-04-05", "2026-27")]
    [InlineData("2026-04-06", "2026-27")]
    [InlineData("2027-02-28", "2026-27")]
    [InlineData("2027-03-01", "2026-27 2027-28")]
    [InlineData("2027-04-06", "2027-28")]
    public void A_table_is_missed_from_1_March_until_it_is_there_M_NMA_04(
        string day,
        string missing
    ) => Assert.Equal(missing, string.Join(' ', NationalMinimum.Shipped.MissingOn(Day(day))));

    [Theory]
    [InlineData("2028-02-28", "")]
    [InlineData("2028-02-29", "")]
    [InlineData("2028-03-01", "2028-29")]
    public void A_leap_day_is_still_February_M_NMA_04(string day, string missing) =>
        Assert.Equal(missing, string.Join(' ', Confirmed(2026, 2027).MissingOn(Day(day))));

    [Fact]
    public void A_confirmed_table_counts_for_its_year_and_the_latest_earlier_one_stands_in_M_NMA_03()
    {
        var tables = Confirmed(2026);

        Assert.Equal(new TaxYear(2026), tables.For(new(2026), Region.London)!.Year);
        Assert.Equal(new TaxYear(2026), tables.For(new(2027), Region.London)!.Year);
        Assert.Equal(new TaxYear(2025), tables.For(new(2025), Region.London)!.Year);
        Assert.Null(tables.Of(new(2027)));
        Assert.Null(tables.For(new(2023), Region.London));
    }

    [Fact]
    public void In_place_of_a_shipped_table_stands_the_confirmed_one_and_no_other_year_is_touched()
    {
        var tables = Confirmed(2025);

        Assert.NotNull(tables.Of(new(2025))!.EntryId);
        Assert.Equal(3, tables.All.Count(t => t.Year.Start == 2025));
        Assert.Null(tables.Of(new(2024))!.EntryId);
        Assert.Equal(
            Money.Pounds(170),
            NationalMinimum.Shipped.Of(new(2025))!.Rates[AgeBand.From0To2]
        );
    }

    [Fact]
    public void Everything_that_cannot_be_is_said_at_once_beside_its_field_M_NMA_01_M_NMA_02()
    {
        var rates = Rates(200);
        rates[(Region.RestOfEngland, AgeBand.From0To2)] = Money.Pounds(-1);
        rates[(Region.RestOfEngland, AgeBand.From3To4)] = new(170_50);
        rates[(Region.SouthEast, AgeBand.From0To2)] = Money.Zero;
        rates[(Region.SouthEast, AgeBand.From5To10)] = Money.Pounds(1_001);
        rates.Remove((Region.London, AgeBand.From16To17));

        var against = new MinimumTerms(
            new TaxYear(2028),
            rates,
            " ",
            "www.gov.uk",
            new string('x', 1_001),
            ""
        ).Against(Today, NationalMinimum.Shipped);

        Assert.Equal(
            [
                "year",
                "rest-of-england-0-2",
                "rest-of-england-3-4",
                "south-east-0-2",
                "south-east-5-10",
                "london-16-17",
                "publication",
                "source",
                "note",
            ],
            against.Select(r => r.Field)
        );
        Assert.Contains("must be whole pounds", against[2].Reason);
    }

    [Theory]
    [InlineData("https://www.gov.uk/foster-carers/help-with-the-costs", true)]
    [InlineData("http://example.org/a?b=c#d", true)]
    [InlineData("www.gov.uk", false)]
    [InlineData("ftp://example.org/table", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("https://", false)]
    [InlineData("https://localhost/table", false)]
    [InlineData("https://user:secret@example.org/", false)]
    [InlineData("https://example.org/a b", false)]
    public void The_source_is_an_address_that_a_browser_opens_M_NMA_04(string source, bool fine) =>
        Assert.Equal(fine, MinimumTerms.AgainstAddress(source) is null);

    [Theory]
    [InlineData(2025, "", "R-VAL-06")]
    [InlineData(2025, "Too short a reason", "R-VAL-06")]
    [InlineData(2025, "The amount for London, 3 to 4, was misread.", null)]
    [InlineData(2026, "", null)]
    public void A_table_that_is_there_is_not_replaced_without_a_reason(
        int year,
        string why,
        string? rule
    ) =>
        Assert.Equal(
            rule is null ? [] : [rule],
            Terms(year, why).Against(Today, NationalMinimum.Shipped).Select(r => r.RuleId)
        );

    [Fact]
    public void A_reason_for_a_year_without_a_table_points_to_the_wrong_year() =>
        Assert.Equal(
            [
                "There is no table of 2026-27 yet. Leave this empty, or choose the year whose table is wrong",
            ],
            Terms(2026, "The amount for London, 3 to 4, was misread.")
                .Against(Today, NationalMinimum.Shipped)
                .Select(r => r.Reason)
        );

    [Fact]
    public void A_file_is_read_whole_however_its_columns_and_names_are_written()
    {
        var read = MinimumCsv.Read(
            Encoding.UTF8.GetBytes(
                "Pounds a week,REGION,Note,age\r\n"
                    + string.Join(
                        "\r\n",
                        MinimumTerms.Places.Select(
                            (p, i) =>
                                $"£{200 + i}.00,{p.Region.Title().ToUpperInvariant()},x,{p.Band.Key().Replace('-', '–')}"
                        )
                    )
            )
        );

        Assert.True(read.Ok, read.Reasons);
        Assert.Equal(15, read.Value.Count);
        Assert.Equal(Money.Pounds(214), read.Value[(Region.London, AgeBand.From16To17)]);
    }

    [Fact]
    public void Wrong_rows_of_a_file_are_named_and_nothing_is_taken()
    {
        var read = MinimumCsv.Read(
            Encoding.UTF8.GetBytes(
                """
                Region,Age,Pounds a week
                London,0-2,198
                London,0-2,199
                Wales,0-2,170
                South East,18+,189
                South East,0-2,189.50
                South East,3-4,-1
                South East,5-10,lots
                South East,11-15,
                """
            )
        );

        Assert.Equal(
            [
                "Row 3: there is a row for London, 0-2 already",
                "Row 4: “Wales” is no region: use Rest of England, South East, London",
                "Row 5: “18+” is no band of ages: use 0-2, 3-4, 5-10, 11-15 or 16-17",
                "Row 6: the amount must be whole pounds, as the government publishes it",
                "Row 7: the amount must be more than £0 and up to £1,000",
                "Row 8: “lots” is no amount of pounds, like 194",
                "Row 9: “” is no amount of pounds, like 194",
            ],
            read.Refusals.Select(r => r.Reason)
        );
    }

    [Theory]
    [InlineData("", "Select a CSV file")]
    [InlineData("Region,Age\nLondon,0-2", "Missing: Pounds a week")]
    [InlineData("Region,Age,Pounds a week\nLondon,0-2,198", "There is no row for London, 3-4")]
    public void A_file_that_says_too_little_is_refused(string content, string said) =>
        Assert.Contains(said, MinimumCsv.Read(Encoding.UTF8.GetBytes(content)).Reasons);

    internal static Dictionary<(Region, AgeBand), Money> Rates(int from) =>
        MinimumTerms
            .Places.Select((p, i) => (Place: p, Pounds: from + i))
            .ToDictionary(p => p.Place, p => Money.Pounds(p.Pounds));

    internal static MinimumTerms Terms(int year, string why = "", int from = 200) =>
        new(
            new TaxYear(year),
            Rates(from),
            "Fostering allowances, Department for Education",
            "https://www.gov.uk/foster-carers/help-with-the-costs",
            "",
            why
        );

    private static MinimumTables Confirmed(params int[] years) =>
        new([
            .. years.SelectMany(y =>
                Regions.All.Select(r => new MinimumTable(
                    new TaxYear(y),
                    r,
                    AgeBands.All.ToDictionary(b => b, _ => Money.Pounds(300)),
                    "Somewhere",
                    "https://example.org/",
                    Guid.NewGuid()
                ))
            ),
        ]);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
