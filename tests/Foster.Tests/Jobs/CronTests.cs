using Foster.TestKit;
using Foster.Web.Foundation.Jobs;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>Row 34: when a line runs, in London, also on the nights when the clocks change.</summary>
public sealed class CronTests
{
    [Theory]
    [InlineData("30 1 * * *", "2026-05-15 10:00", "2026-05-15 01:30", "2026-05-16 01:30")]
    [InlineData("5 * * * *", "2026-05-15 10:05", "2026-05-15 10:05", "2026-05-15 11:05")]
    [InlineData("*/15 8-18 * * *", "2026-05-15 20:00", "2026-05-15 18:45", "2026-05-16 08:00")]
    [InlineData("0 9 * * 1-5", "2026-05-16 12:00", "2026-05-15 09:00", "2026-05-18 09:00")]
    [InlineData("0 9 * * 7", "2026-05-15 12:00", "2026-05-10 09:00", "2026-05-17 09:00")]
    [InlineData("0 6 1 * *", "2026-05-15 12:00", "2026-05-01 06:00", "2026-06-01 06:00")]
    [InlineData("0 6 29 2 *", "2028-03-01 12:00", "2028-02-29 06:00", "2032-02-29 06:00")]
    public void A_line_says_its_latest_and_its_next_instant(
        string text,
        string now,
        string latest,
        string next
    )
    {
        var cron = Cron.Parse(text);

        Assert.Equal(At(latest), cron.Latest(At(now).AddDays(-40), At(now)));
        Assert.Equal(At(next), cron.Next(At(now)));
    }

    [Theory]
    [InlineData("2026-03-29", "the clocks go forward and 01:30 is left out")]
    [InlineData("2026-10-25", "the clocks go back and 01:30 comes twice")]
    [InlineData("2026-05-15", "an ordinary night")]
    public void A_line_at_half_past_one_has_one_instant_in_each_night(string day, string why)
    {
        var cron = Cron.Parse("30 1 * * *");
        var end = At(day).AddDays(1);
        var found = Instants(cron, At(day), end).ToList();

        Assert.True(found.Count == 1, why);
        Assert.InRange(found[0], At(day), At(day).AddHours(2));
    }

    [Fact]
    public void A_time_that_is_left_out_is_an_hour_later_and_one_that_comes_twice_is_the_first()
    {
        var cron = Cron.Parse("30 1 * * *");

        Assert.Equal(At("2026-03-29 02:30"), cron.Next(At("2026-03-29")));
        Assert.Equal(At("2026-10-25 01:30 BST"), cron.Next(At("2026-10-25")));
        Assert.Equal(At("2026-10-26 01:30"), cron.Next(At("2026-10-25 01:30 BST")));
        // 01:30 moves onto 02:30, which the line has anyway.
        Assert.Equal(
            At("2026-03-30 01:30"),
            Cron.Parse("30 1,2 * * *").Next(At("2026-03-29 02:30"))
        );
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_line_for_every_hour_runs_in_each_that_goes_by(string day, int hours)
    {
        var next = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(
            hours,
            Instants(Cron.Parse("5 * * * *"), At(day), At(next.AddDays(1).ToString("yyyy-MM-dd")))
                .Count()
        );
    }

    [Theory]
    [InlineData("30 1 * * *", "Every day at 1:30am")]
    [InlineData("5 * * * *", "Day and night, every hour, 5 minutes past")]
    [InlineData("*/15 * * * *", "Day and night, every 15 minutes")]
    [InlineData("*/15 8-19 * * *", "Every day every 15 minutes from 8am to 7:45pm")]
    [InlineData("0 9 * * 1-5", "Monday to Friday at 9am")]
    [InlineData("0 9,12 * * 1,4", "Every Monday and Thursday at 9am and midday")]
    [InlineData("0 6 1 * *", "On day 1 of each month at 6am")]
    [InlineData("0 6 1 4 *", "On day 1 of April at 6am")]
    public void A_line_is_told_in_words(string text, string words) =>
        Assert.Equal(words, CronWords.Of(Cron.Parse(text)));

    [Theory]
    [InlineData("30 1 * *")]
    [InlineData("60 1 * * *")]
    [InlineData("30 24 * * *")]
    [InlineData("30 1 0 * *")]
    [InlineData("30 1 * 13 *")]
    [InlineData("30 1 * * 8")]
    [InlineData("30 1 1 * 1")]
    [InlineData("30-10 1 * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("a b c d e")]
    public void What_is_no_line_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Cron.Parse(text));

    [Fact]
    public void A_day_that_never_comes_has_no_next_instant() =>
        Assert.Null(Cron.Parse("0 6 30 2 *").Next(At("2026-05-15")));

    private static DateTime At(string london) => TestClock.Instant(london).UtcDateTime;

    private static IEnumerable<DateTime> Instants(Cron cron, DateTime from, DateTime until)
    {
        for (
            var at = cron.Next(from.AddTicks(-1));
            at is { } instant && instant < until;
            at = cron.Next(instant)
        )
            yield return instant;
    }
}
