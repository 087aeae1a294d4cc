using Foster.Web.Foundation.Clock;
using Xunit;
using static Foster.Tests.Clock.Days;

namespace Foster.Tests.Clock;

public class WorkingCalendarTests
{
    [Theory]
    [InlineData("Sat 23 May 2026", "Saturday")]
    [InlineData("Sun 24 May 2026", "Sunday")]
    [InlineData("Mon 25 May 2026", "Spring bank holiday")]
    [InlineData("Fri 3 Apr 2026", "Good Friday")]
    [InlineData("Mon 6 Apr 2026", "Easter Monday")]
    [InlineData("Fri 25 Dec 2026", "Christmas Day")]
    [InlineData("Sat 26 Dec 2026", "Saturday")]
    [InlineData("Mon 28 Dec 2026", "Boxing Day (substitute day)")]
    [InlineData("Mon 27 Dec 2027", "Christmas Day (substitute day)")]
    [InlineData("Tue 28 Dec 2027", "Boxing Day (substitute day)")]
    [InlineData("Mon 3 Jan 2028", "New Year's Day (substitute day)")]
    [InlineData("Tue 26 May 2026", null)]
    public void R_DATE_01_says_why_a_day_is_no_working_day(string day, string? why) =>
        Assert.Equal(why, Calendar.WhyNotWorking(Day(day)));

    [Theory]
    [InlineData(2024, 254)]
    [InlineData(2025, 253)]
    [InlineData(2026, 253)]
    [InlineData(2027, 253)]
    [InlineData(2028, 252)]
    public void R_DATE_01_each_year_has_its_working_days(int year, int count) =>
        Assert.Equal(count, Covered().Count(d => d.Year == year && Calendar.IsWorkingDay(d)));

    [Theory]
    [InlineData("2027-12-31", false)]
    [InlineData("2028-01-01", true)]
    public void A_calendar_that_ends_within_12_months_says_so_R_DATE_08(string today, bool soon) =>
        Assert.Equal(
            soon,
            BankHolidaySeed.Calendar.EndsSoon(
                DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void Annex_B_has_eight_days_a_year_and_none_at_a_weekend()
    {
        var rows = BankHolidaySeed.Rows();

        Assert.All(rows.GroupBy(r => r.Date.Year), year => Assert.Equal(8, year.Count()));
        Assert.DoesNotContain(
            rows,
            r => r.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        );
        Assert.Equal((2024, 2028), (Calendar.CoveredFrom, Calendar.CoveredThrough));
    }

    [Theory]
    [InlineData("Fri 15 Apr 2022")]
    [InlineData("Fri 7 Apr 2023")]
    [InlineData("Fri 30 Mar 2029")]
    [InlineData("Fri 19 Apr 2030")]
    [InlineData("Fri 23 Apr 2038")]
    public void R_DATE_01_Good_Friday_is_known_without_a_table(string day) =>
        Assert.Equal("Good Friday", Calendar.WhyNotWorking(Day(day)));

    [Fact]
    public void R_DATE_01_Good_Friday_computed_agrees_with_Annex_B()
    {
        var bare = new WorkingCalendar("bare", []);

        Assert.All(
            BankHolidaySeed.Rows().Where(r => r.Name == "Good Friday"),
            r => Assert.Equal("Good Friday", bare.WhyNotWorking(r.Date))
        );
    }

    [Fact]
    public void A_year_with_too_few_rows_is_not_known_and_a_gap_ends_the_cover()
    {
        var rows = BankHolidaySeed.Rows().Where(r => r.Date.Year != 2027).ToList();
        rows.Add(new BankHoliday { Date = new DateOnly(2027, 1, 1), Name = "New Year's Day" });
        var calendar = new WorkingCalendar("gap", rows);

        Assert.Equal(2026, calendar.CoveredThrough);
        Assert.False(calendar.Knows(2027));
    }

    [Fact]
    public void A_calendar_without_rows_still_counts()
    {
        var calendar = WorkingCalendar.Of([]);

        Assert.False(calendar.Knows(2026));
        Assert.Equal(Day("Mon 25 May 2026"), calendar.Next(Day("Fri 22 May 2026")));
    }

    [Fact]
    public void R_DATE_02_day_N_is_a_working_day_with_N_working_days_up_to_it() =>
        Assert.All(
            Covered(),
            day =>
            {
                foreach (var n in new[] { 1, 2, 5, 10, 15, 65 })
                {
                    var due = Calendar.After(day, n);
                    Assert.True(Calendar.IsWorkingDay(due));
                    Assert.Equal(n, Calendar.CountBetween(day, due));
                }
            }
        );

    [Fact]
    public void R_DATE_03_counting_back_is_the_inverse_of_counting_forward() =>
        Assert.All(
            Covered(),
            day =>
            {
                foreach (var n in new[] { 1, 5, 20 })
                {
                    var before = Calendar.Before(day, n);
                    Assert.True(Calendar.IsWorkingDay(before) && before < day);
                    Assert.Equal(Calendar.OnOrAfter(day), Calendar.After(before, n));
                }
            }
        );

    [Fact]
    public void The_catalogue_counts_working_days_as_the_calendar_does() =>
        Assert.All(
            Covered(),
            day =>
            {
                Assert.Equal(
                    Calendar.After(day, 10),
                    DeadlineRules.Observations.From(day, Calendar).On
                );
                Assert.Equal(
                    Calendar.Before(day, 5),
                    DeadlineRules.PanelPapers.From(day, Calendar).On
                );
            }
        );
}
