using Foster.TestKit;
using Xunit;

namespace Foster.Tests.TestKit;

public sealed class TestClockTests
{
    [Theory]
    [InlineData("2026-05-22 18:05", "2026-05-22T17:05:00Z")]
    [InlineData("2026-01-22 18:05", "2026-01-22T18:05:00Z")]
    [InlineData("2026-10-25 01:30 BST", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25 01:30 GMT", "2026-10-25T01:30:00Z")]
    public void A_London_time_is_one_instant(string london, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc), TestClock.At(london).GetUtcNow());

    [Theory]
    [InlineData("2026-03-29 01:30")]
    [InlineData("2026-10-25 01:30")]
    public void An_hour_that_London_has_not_or_twice_is_refused(string london) =>
        Assert.Throws<ArgumentException>(() => TestClock.At(london));

    [Fact]
    public void A_day_keeps_the_hour_on_the_wall_over_a_clock_change()
    {
        var clock = TestClock.At("2026-03-28 18:00");

        clock.AdvanceDays(1);

        Assert.Equal(TestClock.Instant("2026-03-29 18:00"), clock.GetUtcNow());
    }

    [Fact]
    public void Today_is_the_London_date() =>
        Assert.Equal(new DateOnly(2026, 7, 1), TestClock.At("2026-07-01 00:30").Today);

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_moved_past_it()
    {
        var clock = TestClock.At("2026-05-22 18:05");
        var delay = Task.Delay(TimeSpan.FromHours(8), clock);

        clock.Advance(TimeSpan.FromHours(7));
        await Task.Delay(30);
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromHours(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_periodic_timer_ticks_each_time_the_clock_passes_it()
    {
        var clock = TestClock.At("2026-05-22 18:05");
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), clock);

        for (var day = 0; day < 3; day++)
        {
            var tick = timer.WaitForNextTickAsync().AsTask();
            clock.AdvanceDays(1);
            Assert.True(await tick.WaitAsync(TimeSpan.FromSeconds(60)));
        }
    }
}
