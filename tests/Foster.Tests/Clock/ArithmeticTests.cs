using Foster.Web.Foundation.Clock;
using Xunit;
using static Foster.Tests.Clock.Days;

namespace Foster.Tests.Clock;

public class ArithmeticTests
{
    [Fact]
    public void R_DATE_02_the_event_day_is_day_0_and_the_end_is_2359_in_London()
    {
        var due = DeadlineRules.OralOutcome.From(Day("Tue 2 Jun 2026"), Calendar);

        Assert.Equal(Day("Thu 4 Jun 2026"), due.On);
        Assert.Equal(Utc("2026-06-04 22:59"), due.At);
        Assert.Contains("Days 1 to 2: Wed 3 June 2026, Thu 4 June 2026.", due.Explanation.Steps);
    }

    [Fact]
    public void R_DATE_03_the_event_day_is_not_counted_when_counting_back()
    {
        var due = DeadlineRules.PanelPapers.From(Day("Fri 12 Jun 2026"), Calendar);

        Assert.Equal(Day("Fri 5 Jun 2026"), due.On);
        Assert.Contains("Due on or before Fri 5 June 2026.", due.Explanation.Steps);
    }

    [Fact]
    public void R_DATE_04_28_days_are_never_extended_on_any_day() =>
        Assert.All(
            Covered(),
            day =>
            {
                foreach (
                    var line in new[]
                    {
                        DeadlineRules.RepresentationsWindow,
                        DeadlineRules.ResignationEnds,
                    }
                )
                {
                    var due = line.From(day, Calendar);
                    Assert.Equal(day.AddDays(28), due.On);
                    Assert.Equal(
                        !Calendar.IsWorkingDay(due.On),
                        due.Explanation.Warnings.Any(w => w.Contains("not extended"))
                    );
                }
            }
        );

    [Theory]
    [InlineData("Sat 31 Jan 2026", 1, "Sat 28 Feb 2026")]
    [InlineData("Wed 31 Jan 2024", 1, "Thu 29 Feb 2024")]
    [InlineData("Thu 29 Feb 2024", 12, "Fri 28 Feb 2025")]
    [InlineData("Sun 31 May 2026", 6, "Mon 30 Nov 2026")]
    public void R_DATE_05_months_are_clipped_to_the_end_of_the_month(
        string from,
        int months,
        string due
    ) =>
        Assert.Equal(
            Day(due),
            DeadlineRules.EnquiryToDecision.From(Day(from), Calendar, months).On
        );

    [Fact]
    public void R_DATE_05_a_clipped_month_explains_itself_and_no_other_does() =>
        Assert.All(
            Covered(),
            day =>
            {
                var due = DeadlineRules.PanelRecommendation.From(day, Calendar);
                Assert.Equal(day.AddMonths(8), due.On);
                Assert.Equal(due.On.Day != day.Day, due.Explanation.Text.Contains("would be"));
                Assert.True(
                    due.On.Day == day.Day
                        || due.On.Day == DateTime.DaysInMonth(due.On.Year, due.On.Month)
                );
            }
        );

    [Fact]
    public void R_DATE_05_records_are_kept_through_the_anniversary_and_disposed_of_after_it() =>
        Assert.All(
            Covered(),
            day =>
            {
                var kept = DeadlineRules.ApplicantRecordKept.From(day, Calendar);
                Assert.Equal(day.AddYears(3), kept.On);
                Assert.Equal(day.AddYears(3).AddDays(1), kept.DayAfter);
                Assert.Empty(kept.Explanation.Warnings);
            }
        );

    [Fact]
    public void R_DATE_06_the_first_day_of_a_temporary_approval_is_day_1() =>
        Assert.All(
            Covered(),
            day =>
            {
                Assert.Equal(
                    day.AddDays(111),
                    DeadlineRules.TemporaryApprovalEnds.From(day, Calendar).On
                );
                Assert.Equal(
                    day.AddDays(167),
                    DeadlineRules.ExtendedTemporaryApprovalEnds.From(day, Calendar).On
                );
            }
        );

    [Theory]
    [InlineData("2026-03-28 22:00", "2026-03-29 22:00")]
    [InlineData("2026-10-24 20:00", "2026-10-25 20:00")]
    public void R_DATE_10_24_hours_are_24_hours_on_the_nights_of_a_clock_change(
        string from,
        string due
    ) => Assert.Equal(Utc(due), DeadlineRules.NotifiableEvent.From(Utc(from), Calendar).At);

    [Fact]
    public void R_DATE_10_a_day_without_a_time_is_counted_from_its_start() =>
        Assert.Equal(
            Utc("2026-12-27 00:00"),
            DeadlineRules.NotifiableEvent.From(Day("Sat 26 Dec 2026"), Calendar).At
        );

    [Theory]
    [InlineData("Fri 22 May 2026", "Fri 22 May 2026")]
    [InlineData("Sat 23 May 2026", "Tue 26 May 2026")]
    public void R_ENQ_04_the_same_working_day_is_the_next_one_after_a_day_off(
        string contact,
        string due
    ) => Assert.Equal(Day(due), DeadlineRules.InformationPack.From(Day(contact), Calendar).On);

    [Theory]
    [InlineData("Mon 1 Jun 2026", "Sun 7 Jun 2026")]
    [InlineData("Sun 7 Jun 2026", "Sun 7 Jun 2026")]
    public void R_HOME_05_the_same_week_ends_on_Sunday(string told, string due) =>
        Assert.Equal(Day(due), DeadlineRules.NewAdultRiskAssessment.From(Day(told), Calendar).On);

    [Fact]
    public void R_DP_08_always_ends_on_a_working_day_and_never_before_the_month() =>
        Assert.All(
            Covered(),
            day =>
            {
                var due = DeadlineRules.SubjectAccess.From(day, Calendar);
                Assert.Equal(Calendar.OnOrAfter(day.AddMonths(1)), due.On);
            }
        );

    [Fact]
    public void A_year_beyond_the_calendar_is_counted_with_a_plain_warning()
    {
        var due = DeadlineRules.Observations.From(Day("Thu 21 Dec 2028"), Calendar);

        Assert.Equal(Day("Mon 8 Jan 2029"), due.On);
        Assert.StartsWith(
            "Bank holidays for 2029 are not yet known.",
            Assert.Single(due.Explanation.Warnings)
        );
    }

    [Fact]
    public void A_year_before_the_calendar_is_named_too() =>
        Assert.Contains(
            "Bank holidays for 2023 are not in this calendar.",
            DeadlineRules.FirstContact.From(Day("Fri 22 Dec 2023"), Calendar).Explanation.Text
        );

    [Fact]
    public void A_written_count_can_be_read_from_top_to_bottom() =>
        Assert.Equal(
            """
            R-ENQ-02: First contact with someone who enquired
            Counted from the day the enquiry arrived: Thu 24 December 2026.
            Rule: within 1 working day of the day the enquiry arrived.
            Not counted: Fri 25 December 2026 (Christmas Day), Sat 26 December 2026 (Saturday), Sun 27 December 2026 (Sunday), Mon 28 December 2026 (Boxing Day (substitute day)).
            Day 1: Tue 29 December 2026.
            Due by the end of Tue 29 December 2026 (23:59, London time).
            Bank holidays: calendar EW 2026-01-01.
            """,
            DeadlineRules.FirstContact.From(Day("Thu 24 Dec 2026"), Calendar).Explanation.Text
        );
}
