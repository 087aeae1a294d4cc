using Foster.Web.Features.Allowances;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>The pure sum, against the worked examples of the domain reference.</summary>
public sealed class WeeklySumTests
{
    private const int Common = 365;

    private static readonly RateCard Card = new(
        NationalMinimum.Shipped.For(new TaxYear(2025), Region.RestOfEngland)!.Rates,
        [
            new FeeLevel("Level 1", Money.Pounds(75)),
            new FeeLevel("Level 2", Money.Pounds(150)),
            new FeeLevel("Level 3", Money.Pounds(250)),
        ]
    );

    [Theory]
    [InlineData(0, "0-2")]
    [InlineData(2, "0-2")]
    [InlineData(3, "3-4")]
    [InlineData(4, "3-4")]
    [InlineData(5, "5-10")]
    [InlineData(10, "5-10")]
    [InlineData(11, "11-15")]
    [InlineData(15, "11-15")]
    [InlineData(16, "16-17")]
    [InlineData(17, "16-17")]
    [InlineData(18, null)]
    [InlineData(-1, null)]
    public void A_band_goes_by_completed_years_M_NMA_01_M_PAY_23(int age, string? band) =>
        Assert.Equal(band, AgeBands.Of(age)?.Key());

    [Theory]
    [InlineData("2014-07-16", "2025-07-15", "5-10")]
    [InlineData("2014-07-16", "2025-07-16", "11-15")]
    [InlineData("2020-02-29", "2025-02-28", "3-4")]
    [InlineData("2020-02-29", "2025-03-01", "5-10")]
    [InlineData("2008-05-15", "2026-05-14", "16-17")]
    [InlineData("2008-05-15", "2026-05-15", null)]
    public void The_new_band_begins_on_the_night_of_the_birthday_M_PAY_05(
        string born,
        string night,
        string? band
    ) => Assert.Equal(band, AgeBands.On(Day(born), Day(night))?.Key());

    /// <summary>M-CALC-E1 to E3: the lines of parts of weeks, and what rounding the daily rate first would have made.</summary>
    [Theory]
    [InlineData(194, 9, "£249.43")]
    [InlineData(220, 5, "£157.14")]
    [InlineData(150, 14, "£300.00")]
    [InlineData(213, 1, "£30.43")]
    [InlineData(220, 6, "£188.57")]
    [InlineData(176, 12, "£301.71")]
    public void A_part_of_a_week_is_rounded_once_M_PAY_03_M_CALC_01_M_CALC_E1_E2_E3(
        int weekly,
        int nights,
        string line
    ) => Assert.Equal(line, WeeklySum.Line(Money.Pounds(weekly), nights).ToString());

    [Fact]
    public void Allowance_and_fee_are_told_apart_for_each_child_with_the_reason()
    {
        var sum = WeeklySum.Reckon(
            Card,
            [new ChildWeek(12), new ChildWeek(3, 2), new ChildWeek(9, 7, Money.Pounds(40))],
            Card.Levels[1],
            Common
        );

        Assert.Equal(
            [
                "1 Allowance £220.00: Aged 12, so the rate for 11 to 15: £220.00 a week",
                "1 Fee £150.00: Level 2: £150.00 a week for each child",
                "2 Allowance £50.29: Aged 3, so the rate for 3 to 4: £176.00 a week, of which 2 of 7 nights",
                "2 Fee £42.86: Level 2: £150.00 a week for each child, of which 2 of 7 nights",
                "3 Allowance £194.00: Aged 9, so the rate for 5 to 10: £194.00 a week",
                "3 Fee £150.00: Level 2: £150.00 a week for each child",
                "3 Extra £40.00: Agreed for this child: £40.00 a week",
            ],
            sum.Lines.Select(l => $"{l.Child} {l.Component} {l.Amount}: {l.Why}")
        );
        Assert.Equal("£464.29", sum.Allowance.ToString());
        Assert.Equal("£342.86", sum.Fee.ToString());
        Assert.Equal("£847.15", sum.Weekly.ToString());
        // (220 × 7 + 176 × 2 + 194 × 7) × 365 ÷ 49, rounded once (M-CALC-02): not £464.29 × 365 ÷ 7, which is £24,209.41.
        Assert.Equal("£24,209.18", sum.Of(PayComponent.Allowance).Year.ToString());
        Assert.Equal("£17,877.55", sum.Of(PayComponent.Fee).Year.ToString());
    }

    [Fact]
    public void Without_a_level_there_is_no_fee_and_a_leap_year_has_a_night_more()
    {
        var sum = WeeklySum.Reckon(Card, [new ChildWeek(0)], null, new TaxYear(2027).Days);

        Assert.Equal(Money.Zero, sum.Fee);
        Assert.Equal("£170.00", sum.Weekly.ToString());
        Assert.Equal("£8,888.57", sum.Yearly.ToString());
        Assert.Throws<ArgumentException>(() =>
            WeeklySum.Reckon(Card, [new ChildWeek(18)], null, Common)
        );
    }

    [Fact]
    public void The_base_cost_of_a_council_M_CALC_E10_E11_E12_E15()
    {
        var children = Children((1, 44), (3, 29), (7, 101), (12, 130), (16, 56));
        var allowances = WeeklySum.Reckon(Card, children, null, Common);
        Assert.Equal("£75,226.00", allowances.Weekly.ToString());
        Assert.Equal("£3,922,498.57", allowances.Yearly.ToString());

        var fees = FeesOf(75_00, 96) + FeesOf(150_00, 104) + FeesOf(250_00, 80);
        Assert.Equal("£42,800.00", fees.ToString());
        Assert.Equal("£2,231,714.29", WeeklySum.Year(fees, Common).ToString());
        Assert.Equal(
            "£6,154,212.86",
            (allowances.Yearly + WeeklySum.Year(fees, Common)).ToString()
        );

        var uplifted = FeesOf(77_66, 96) + FeesOf(155_33, 104) + FeesOf(258_88, 80);
        Assert.Equal("£44,320.08", uplifted.ToString());
        Assert.Equal("£2,310,975.60", WeeklySum.Year(uplifted, Common).ToString());
        Assert.Equal("£3,145,257.14", WeeklySum.Year(Money.Pounds(60_320), Common).ToString());
        Assert.Equal("£2,607.14", WeeklySum.Year(Money.Pounds(50), Common).ToString());
    }

    [Fact]
    public void A_table_below_the_minimum_names_the_bands_and_the_sum_M_NMA_05_M_CALC_E9()
    {
        var council = AgeBands
            .All.Zip([170, 170, 194, 215, 258])
            .ToDictionary(p => p.First, p => Money.Pounds(p.Second));

        var short_ = NationalMinimum.Against(
            NationalMinimum.Shipped.For(new TaxYear(2025), Region.RestOfEngland)!,
            council
        );

        Assert.Equal(
            ["3-4 £6.00", "11-15 £5.00"],
            short_.Select(s => $"{s.Band.Key()} {s.Missing}")
        );
        var weekly = short_[0].Missing * 29 + short_[1].Missing * 130;
        Assert.Equal("£824.00", weekly.ToString());
        Assert.Equal("£42,965.71", WeeklySum.Year(weekly, Common).ToString());
    }

    [Theory]
    [InlineData("2026-04-05", "2025-26")]
    [InlineData("2026-04-06", "2026-27")]
    public void The_year_changes_on_6_April_M_NMA_02(string day, string year) =>
        Assert.Equal(year, TaxYear.Of(Day(day)).ToString());

    [Theory]
    [InlineData("2026-03-31", "2025-26")]
    [InlineData("2026-04-01", "2026-27")]
    [InlineData("2023-04-03", "2023-24")]
    public void A_schedule_from_the_first_days_of_April_is_for_the_new_year_M_NMA_02(
        string day,
        string year
    ) => Assert.Equal(year, TaxYear.OfSchedule(Day(day)).ToString());

    [Fact]
    public void No_table_is_made_up_for_a_year_that_nobody_has_read_M_NMA_03_M_NMA_04()
    {
        Assert.Equal(
            new TaxYear(2025),
            NationalMinimum.Shipped.For(new TaxYear(2026), Region.London)!.Year
        );
        Assert.Null(NationalMinimum.Shipped.For(new TaxYear(2023), Region.London));
        Assert.Equal(
            Money.Pounds(257),
            NationalMinimum.Shipped.For(new TaxYear(2025), Region.London)!.Rates[AgeBand.From11To15]
        );
    }

    private static Money FeesOf(long pence, int children) =>
        WeeklySum
            .Reckon(Card, Children((8, children)), new FeeLevel("Level", new Money(pence)), Common)
            .Fee;

    private static List<ChildWeek> Children(params (int Age, int Count)[] groups) =>
        [.. groups.SelectMany(g => Enumerable.Repeat(new ChildWeek(g.Age), g.Count))];

    private static DateOnly Day(string text) =>
        DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
