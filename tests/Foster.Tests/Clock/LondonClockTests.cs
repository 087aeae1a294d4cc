using Foster.Web.Foundation.Clock;
using Xunit;
using static Foster.Tests.Clock.Days;

namespace Foster.Tests.Clock;

public class LondonClockTests
{
    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }

    private static LondonClock At(string utc) => new(new Stopped(new DateTimeOffset(Utc(utc))));

    [Theory]
    [InlineData("2026-07-01 22:59", "Wed 1 Jul 2026")]
    [InlineData("2026-07-01 23:00", "Thu 2 Jul 2026")]
    [InlineData("2026-01-01 23:59", "Thu 1 Jan 2026")]
    [InlineData("2026-01-02 00:00", "Fri 2 Jan 2026")]
    public void R_DATE_07_today_is_the_day_in_London(string utc, string today) =>
        Assert.Equal(Day(today), At(utc).Today);

    [Fact]
    public void R_DATE_07_now_is_an_instant_in_UTC()
    {
        var now = At("2026-07-01 12:00").Now;

        Assert.Equal((Utc("2026-07-01 12:00"), DateTimeKind.Utc), (now, now.Kind));
    }

    [Fact]
    public void R_DATE_07_an_event_after_office_hours_counts_as_that_day()
    {
        var evening = DeadlineRules.FirstContact.From(Utc("2026-06-01 22:30"), Calendar);
        var morning = DeadlineRules.FirstContact.From(Utc("2026-06-01 07:30"), Calendar);

        Assert.Equal(Day("Tue 2 Jun 2026"), evening.On);
        Assert.Equal(morning.On, evening.On);
    }

    [Fact]
    public void R_DATE_07_an_event_on_a_day_off_has_that_day_as_day_0() =>
        Assert.Equal(
            Day("Mon 8 Jun 2026"),
            DeadlineRules.FirstContact.From(Day("Sun 7 Jun 2026"), Calendar).On
        );

    [Theory]
    [InlineData("Sun 29 Mar 2026", "00:59", "2026-03-29 00:59")]
    [InlineData("Sun 29 Mar 2026", "01:30", "2026-03-29 01:30")]
    [InlineData("Sun 29 Mar 2026", "02:00", "2026-03-29 01:00")]
    [InlineData("Sun 25 Oct 2026", "00:59", "2026-10-24 23:59")]
    [InlineData("Sun 25 Oct 2026", "01:30", "2026-10-25 00:30")]
    [InlineData("Sun 25 Oct 2026", "02:00", "2026-10-25 02:00")]
    public void Times_on_the_nights_of_a_clock_change_have_one_instant(
        string day,
        string time,
        string utc
    ) => Assert.Equal(Utc(utc), At("2026-01-01 00:00").FromLondon(Day(day), TimeOnly.Parse(time)));

    [Fact]
    public void A_skipped_time_shows_as_the_hour_after()
    {
        var clock = At("2026-01-01 00:00");
        var utc = clock.FromLondon(Day("Sun 29 Mar 2026"), new TimeOnly(1, 30));

        Assert.Equal(new DateTime(2026, 3, 29, 2, 30, 0), clock.ToLondon(utc));
    }

    [Fact]
    public void The_end_of_every_day_is_2359_on_the_wall_and_on_that_day() =>
        Assert.All(
            Covered(),
            day =>
            {
                var end = London.EndOfDayUtc(day);
                Assert.Equal(day.ToDateTime(new TimeOnly(23, 59)), London.Wall(end));
                Assert.Equal(day, London.DateOf(end));
                Assert.Equal(day.AddDays(1), London.DateOf(end.AddMinutes(1)));
            }
        );

    [Fact]
    public void Every_half_hour_of_a_year_comes_back_or_is_a_skipped_or_repeated_one()
    {
        var odd = 0;
        foreach (var day in Each(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)))
        {
            for (var half = 0; half < 48; half++)
            {
                var wall = day.ToDateTime(TimeOnly.MinValue).AddMinutes(30 * half);
                var utc = London.ToUtc(day, TimeOnly.FromDateTime(wall));
                odd += London.Wall(utc) == wall ? 0 : 1;
            }
        }
        Assert.Equal(2, odd);
    }

    [Fact]
    public void An_instant_without_kind_is_taken_as_UTC_and_a_local_one_is_refused()
    {
        var bare = new DateTime(2026, 7, 1, 23, 30, 0, DateTimeKind.Unspecified);

        Assert.Equal(Day("Thu 2 Jul 2026"), London.DateOf(bare));
        Assert.Throws<ArgumentException>(() =>
            London.DateOf(DateTime.SpecifyKind(bare, DateTimeKind.Local))
        );
    }

    [Theory]
    [InlineData("2026-03-06 18:05", "6 March 2026 at 6:05pm")]
    [InlineData("2026-07-06 08:00", "6 July 2026 at 9am")]
    [InlineData("2026-01-06 12:00", "6 January 2026 at midday")]
    [InlineData("2026-01-06 00:00", "6 January 2026 at midnight")]
    [InlineData("2026-01-06 00:30", "6 January 2026 at 12:30am")]
    public void Times_are_written_the_British_way(string utc, string text) =>
        Assert.Equal(text, BritishTime.Long(Utc(utc)));

    [Fact]
    public void Dates_are_written_the_British_way()
    {
        var day = new DateOnly(2026, 3, 6);

        Assert.Equal("6 March 2026", BritishDate.Long(day));
        Assert.Equal("Fri 6 March 2026", BritishDate.Short(day));
        Assert.Equal("Friday 6 March 2026", BritishDate.Full(day));
    }
}
