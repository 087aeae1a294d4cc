using Foster.Web.Features.Allowances;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Allowances;

/// <summary>Qualifying care relief, against the worked examples.</summary>
public sealed class CareReliefTests
{
    [Theory]
    [InlineData(2022, 52)]
    [InlineData(2023, 52)]
    [InlineData(2024, 52)]
    [InlineData(2025, 52)]
    [InlineData(2026, 53)]
    [InlineData(2027, 52)]
    public void Weeks_begin_on_Monday_and_the_last_belongs_to_the_year_M_TAX_02_M_TAX_03(
        int year,
        int weeks
    ) => Assert.Equal(weeks, CareRelief.Weeks(new TaxYear(year)));

    [Fact]
    public void A_part_of_a_week_counts_as_a_whole_one_M_TAX_02_M_CALC_E3()
    {
        // Thursday to the Tuesday after: 2 weeks; M-CALC-E3: Thursday 5 to Tuesday 17 June 2025.
        Assert.Equal(2, CareRelief.Weeks(new(2025, 6, 5), new(2025, 6, 10)));
        Assert.Equal(3, CareRelief.Weeks(new(2025, 6, 5), new(2025, 6, 17)));
        Assert.Equal(21, CareRelief.Weeks(new(2025, 6, 10), new(2025, 11, 2)));
        Assert.Equal(29, CareRelief.Weeks(new(2025, 9, 20), new(2026, 4, 5)));
    }

    [Fact]
    public void The_qualifying_amount_of_a_whole_and_of_a_part_year_M_TAX_01_M_CALC_E7_E8()
    {
        var rates = CareRelief.For(new TaxYear(2025))!;

        Assert.Equal("£54,145.00", CareRelief.Qualifying(rates, 365, 21, 52).ToString());
        Assert.Equal("£26,061.11", CareRelief.Qualifying(rates, 217, 0, 29).ToString());
        var older = WeeklySum.Line(Money.Pounds(220 + 250), 365);
        var younger = WeeklySum.Line(Money.Pounds(194 + 150), 145);
        Assert.Equal("£31,632.85", (older + younger).ToString());
    }

    [Fact]
    public void An_estimate_has_everything_that_is_paid_beside_it_M_TAX_04_M_TAX_05()
    {
        var card = new RateCard(
            NationalMinimum.Shipped.For(new TaxYear(2025), Region.RestOfEngland)!.Rates,
            []
        );

        var estimate = Estimate.Of(
            new([new ChildWeek(10), new ChildWeek(11, 2)], null),
            card,
            new(2026, 5, 15)
        );

        Assert.Equal(53, estimate.WeeksUnder11);
        Assert.Equal(53, estimate.WeeksFrom11);
        // 20,440 + 53 × 435 + 53 × 515
        Assert.Equal("£70,790.00", estimate.Qualifying.ToString());
        Assert.True(estimate.IsCovered);
        var paidMore = Estimate.Of(
            new([new ChildWeek(10)], new FeeLevel("Very high", Money.Pounds(2_000))),
            card,
            new(2026, 4, 5)
        );
        Assert.Equal(new TaxYear(2025), paidMore.Relief.Year);
        // 10,115.71 + 104,285.71, less 19,690 + 52 × 415
        Assert.Equal("£73,131.42", paidMore.Above.ToString());
    }

    [Theory]
    [InlineData(2023, "£18,140.00", "£375.00", "£450.00")]
    [InlineData(2024, "£19,360.00", "£405.00", "£485.00")]
    [InlineData(2025, "£19,690.00", "£415.00", "£495.00")]
    [InlineData(2026, "£20,440.00", "£435.00", "£515.00")]
    // 375 by 6.7 % is 400.125, and the published rate of the year after is 405.
    public void M_TAX_07_rates_are_the_published_ones_and_follow_from_no_percentage(
        int year,
        string whole,
        string under11,
        string from11
    )
    {
        var rates = CareRelief.For(new TaxYear(year))!;

        Assert.Equal(
            (whole, under11, from11),
            (rates.Fixed.ToString(), rates.Under11.ToString(), rates.From11.ToString())
        );
    }
}
