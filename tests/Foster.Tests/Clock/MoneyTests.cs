using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Clock;

public class MoneyTests
{
    [Theory]
    [InlineData(123450, "£1,234.50")]
    [InlineData(0, "£0.00")]
    [InlineData(5, "£0.05")]
    [InlineData(-5, "-£0.05")]
    [InlineData(-123456789, "-£1,234,567.89")]
    public void Amounts_are_written_the_British_way(long pence, string text) =>
        Assert.Equal(text, new Money(pence).ToString());

    [Theory]
    [InlineData("£1,234.50", 123450)]
    [InlineData("1234.5", 123450)]
    [InlineData(" -12 ", -1200)]
    [InlineData("0.05", 5)]
    public void Amounts_are_read_as_people_write_them(string text, long pence)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(pence, money.Pence);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.234")]
    [InlineData("1,23")]
    [InlineData("ten")]
    [InlineData("99999999999999999999")]
    public void What_is_no_amount_is_refused(string? text) =>
        Assert.False(Money.TryParse(text, out _));

    [Theory]
    [InlineData(19400, 9, 7, 24943)]
    [InlineData(22000, 5, 7, 15714)]
    [InlineData(15800, 1, 7, 2257)]
    [InlineData(17700, 1, 7, 2529)]
    [InlineData(1, 1, 2, 1)]
    [InlineData(-1, 1, 2, -1)]
    [InlineData(-15800, 1, 7, -2257)]
    public void M_PAY_03_a_share_is_rounded_once_half_away_from_zero(
        long pence,
        long numerator,
        long denominator,
        long share
    ) => Assert.Equal(share, new Money(pence).Times(numerator, denominator).Pence);

    [Fact]
    public void Sums_are_exact_and_overflow_is_an_error()
    {
        Assert.Equal(Money.Pounds(3, 1), new[] { Money.Pounds(1), Money.Pounds(2, 1) }.Sum());
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<ArgumentException>(() => Money.FromPounds(1.001m));
    }
}
