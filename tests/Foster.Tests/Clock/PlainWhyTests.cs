using Foster.Web.Foundation.Clock;
using Xunit;

namespace Foster.Tests.Clock;

/// <summary>A date is explained to the public without the ids of rules and the versions of calendars.</summary>
public class PlainWhyTests
{
    [Fact]
    public void The_stored_text_of_a_count_is_cut_to_plain_words() =>
        Assert.Equal(
            """
            Within 1 working day of the day the enquiry arrived, Thu 24 December 2026. Weekends and bank holidays do not count.
            Not counted: Fri 25 December 2026 (Christmas Day).
            Day 1: Tue 29 December 2026.
            Due by the end of Tue 29 December 2026.
            """,
            PlainWhy.Of(
                """
                R-ENQ-02: First contact with someone who enquired
                Counted from the day the enquiry arrived: Thu 24 December 2026.
                Rule: within 1 working day of the day the enquiry arrived.
                Not counted: Fri 25 December 2026 (Christmas Day).
                Day 1: Tue 29 December 2026.
                Due by the end of Tue 29 December 2026 (23:59, London time).
                Bank holidays: calendar EW 2026-01-01.
                """
            )
        );

    [Fact]
    public void A_number_that_the_service_has_set_and_a_rule_in_a_line_are_left_out() =>
        Assert.Equal(
            ["Within 5 days of the visit, Mon 1 June 2026.", "We answer as we promised."],
            PlainWhy.Lines(
                "R-ENQ-07: The visit\nCounted from the visit: Mon 1 June 2026.\n"
                    + "Rule: within 5 days of the visit. This service has set 5; the usual number is 10.\n"
                    + "We answer as we promised (R-ENQ-07)."
            )
        );

    [Fact]
    public void What_is_no_count_stays() =>
        Assert.Equal(
            ["No date is set: take the time you need."],
            PlainWhy.Lines("No date is set: take the time you need.")
        );

    [Fact]
    public void No_line_of_the_catalogue_leaves_a_code_in_it()
    {
        foreach (var line in DeadlineRules.Lines)
        {
            var text = line.From(new DateOnly(2026, 6, 1), Days.Calendar).Explanation.Text;
            Assert.DoesNotMatch("[A-Z]-[A-Z]+-[0-9]+", PlainWhy.Of(text));
            Assert.DoesNotContain("calendar EW", PlainWhy.Of(text));
        }
    }
}
