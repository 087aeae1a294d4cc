using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Clock;

public class PeriodTests
{
    private static DateOnly D(int day) => new(2026, 3, day);

    private static Period P(int from, int? to) => new(D(from), to is { } last ? D(last) : null);

    [Fact]
    public void Both_ends_belong_to_a_period()
    {
        Assert.True(P(1, 5).Contains(D(1)) && P(1, 5).Contains(D(5)));
        Assert.False(P(1, 5).Contains(D(6)));
        Assert.Equal(5, P(1, 5).Days);
        Assert.Null(P(1, null).Days);
    }

    [Theory]
    [InlineData(1, 5, 5, 9, true)]
    [InlineData(1, 5, 6, 9, false)]
    [InlineData(1, null, 9, null, true)]
    [InlineData(9, null, 1, 8, false)]
    public void Periods_overlap_when_they_share_a_day(
        int a,
        int? aTo,
        int b,
        int? bTo,
        bool overlap
    )
    {
        Assert.Equal(overlap, P(a, aTo).Overlaps(P(b, bTo)));
        Assert.Equal(overlap, P(b, bTo).Overlaps(P(a, aTo)));
        Assert.Equal(overlap, P(a, aTo).Common(P(b, bTo)) is not null);
    }

    [Fact]
    public void The_common_part_has_the_later_start_and_the_earlier_end()
    {
        Assert.Equal(P(4, 5), P(1, 5).Common(P(4, null)));
        Assert.Equal(P(4, null), P(1, null).Common(P(4, null)));
    }

    [Fact]
    public void A_period_cannot_end_before_it_starts() =>
        Assert.Throws<ArgumentException>(() => P(5, 4));

    [Fact]
    public void Gaps_are_what_nothing_covers()
    {
        Assert.Equal([P(1, 2), P(6, 8), P(20, 31)], P(1, 31).Gaps([P(9, 19), P(3, 5), P(4, 4)]));
        Assert.Equal([P(1, 31)], P(1, 31).Gaps([]));
        Assert.Empty(P(1, 31).Gaps([P(1, 10), P(11, null)]));
        Assert.Equal([P(11, null)], P(1, null).Gaps([P(1, 10)]));
    }
}
