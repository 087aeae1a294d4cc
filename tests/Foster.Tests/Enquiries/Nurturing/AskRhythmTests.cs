using Foster.Web.Features.Enquiries;
using Xunit;

namespace Foster.Tests.Enquiries.Nurturing;

/// <summary>The days of a rhythm of 3, 6 or 12 months, by the calendar (M-HUB-10).</summary>
public sealed class AskRhythmTests
{
    [Theory]
    [InlineData("2026-08-31", AskEvery.ThreeMonths, "2026-08-30", "2026-08-31")]
    [InlineData("2026-08-31", AskEvery.ThreeMonths, "2026-08-31", "2026-11-30")]
    [InlineData("2026-08-31", AskEvery.ThreeMonths, "2026-11-30", "2027-02-28")]
    // The short month does not shorten those after it.
    [InlineData("2026-08-31", AskEvery.ThreeMonths, "2027-02-28", "2027-05-31")]
    [InlineData("2026-08-31", AskEvery.SixMonths, "2026-08-31", "2027-02-28")]
    [InlineData("2028-02-29", AskEvery.TwelveMonths, "2028-02-29", "2029-02-28")]
    [InlineData("2028-02-29", AskEvery.TwelveMonths, "2031-02-28", "2032-02-29")]
    // Rounds for which nobody was there are not made up for.
    [InlineData("2026-08-31", AskEvery.ThreeMonths, "2027-07-01", "2027-08-31")]
    public void M_HUB_10_the_next_day_counts_from_the_first(
        string first,
        AskEvery every,
        string after,
        string next
    ) =>
        Assert.Equal(
            DateOnly.Parse(next),
            AskRhythm.After(DateOnly.Parse(first), every, DateOnly.Parse(after))
        );

    [Theory]
    [InlineData("2028-02-28")]
    [InlineData("2030-02-27")]
    [InlineData("2030-02-28")]
    [InlineData("2030-03-01")]
    [InlineData("2028-02-29")]
    public void Whom_the_job_looks_for_are_those_whose_silence_is_over(string today)
    {
        var day = DateOnly.Parse(today);
        for (var ago = 720; ago < 740; ago++)
        {
            var heard = day.AddDays(-ago);
            Assert.Equal(
                heard.AddMonths(KeepWarm.SilenceMonths) <= day,
                heard <= KeepWarm.SilentSince(day)
            );
        }
    }
}
