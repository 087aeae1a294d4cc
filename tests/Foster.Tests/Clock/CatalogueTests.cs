using System.Text.RegularExpressions;
using Foster.Web.Foundation.Clock;
using Xunit;
using static Foster.Tests.Clock.Days;

namespace Foster.Tests.Clock;

public partial class CatalogueTests
{
    // Every rule of §§2–8 of the rules reference that sets a date by itself, three of §12, and our own for questions.
    private const string Expected =
        "R-ENQ-02 R-ENQ-04 R-ENQ-05 R-ENQ-07 R-ENQ-10 R-ENQ-11 R-ENQ-15 R-ENQ-17 R-APP-01 R-APP-02 R-APP-03 R-APP-05 R-APP-06 R-APP-09 "
        + "R-TRF-03 R-TRF-05 R-TRF-06 R-TRF-07 R-ASSESS-02 R-ASSESS-06 R-ASSESS-12 R-ASSESS-18 "
        + "R-PANEL-02 R-PANEL-08 R-PANEL-16 R-PANEL-17 R-PANEL-18 R-ADM-03 R-ADM-04 R-QD-02 R-QD-03 "
        + "R-QD-05 R-QD-06 R-QD-08 R-TERMS-06 R-AGR-01 R-AGR-03 R-TEMP-01 R-TEMP-04 R-TEMP-08 R-FFA-02 "
        + "R-SGO-01 R-SP-01 R-SP-02 R-REV-01 R-REV-02 R-REV-07 R-REV-08 R-END-01 R-END-03 R-END-04 "
        + "R-END-10 R-RET-01 R-REC-02 R-REC-03 R-REC-04 R-REC-06 R-REC-08 R-NOT-01 R-NOT-03 R-NOT-05 "
        + "R-SUP-01 R-SUP-02 R-SUP-03 R-HOME-01 R-HOME-02 R-HOME-03 R-HOME-05 R-DEV-02 R-DEV-04 "
        + "R-REN-01 R-REN-02 R-REN-03 R-REN-04 R-REN-05 R-ALL-02 R-ALL-03 R-ALL-07 R-CMP-01 "
        + "R-DP-04 R-DP-08 R-DP-17 R-ASK-01";

    [GeneratedRegex("^R-[A-Z]+-[0-9]{2}(/[a-z0-9-]+)?$")]
    private static partial Regex KeyShape();

    [Fact]
    public void The_catalogue_has_these_rules_and_no_others() =>
        Assert.Equal(
            Expected.Split(' ').Order(StringComparer.Ordinal),
            DeadlineRules.All.Select(rule => rule.Id)
        );

    [Fact]
    public void R_SOD_11_visits_without_appointment_are_the_unannounced_lines() =>
        Assert.Equal(
            ["R-HOME-01", "R-SUP-01/unannounced"],
            DeadlineRules.Lines.Where(l => l.IsUnannounced).Select(l => l.Key)
        );

    [Fact]
    public void Every_key_is_unique_and_starts_with_its_rule() =>
        Assert.All(
            DeadlineRules.Lines.GroupBy(line => line.Key.ToUpperInvariant()),
            same =>
            {
                var line = Assert.Single(same);
                Assert.Matches(KeyShape(), line.Key);
                Assert.Equal(line.Rule.Id, line.Key.Split('/')[0]);
            }
        );

    [Fact]
    public void Every_line_of_every_rule_is_found_and_every_rule_has_one()
    {
        Assert.Equal(
            DeadlineRules.All.SelectMany(rule => rule.Lines).Select(line => line.Key).Order(),
            DeadlineRules.Lines.Select(line => line.Key).Order()
        );
        Assert.All(DeadlineRules.All, rule => Assert.NotEmpty(rule.Lines));
    }

    [Fact]
    public void Every_rule_says_what_it_is_and_where_it_comes_from() =>
        Assert.All(
            DeadlineRules.Lines,
            line =>
            {
                Assert.False(string.IsNullOrWhiteSpace(line.Label));
                Assert.False(string.IsNullOrWhiteSpace(line.Rule.Source));
                Assert.Matches("^(the|a) |'s date of birth$", line.TriggerLabel);
                Assert.DoesNotContain("[A", line.Rule.Source);
            }
        );

    [Fact]
    public void Rules_are_found_in_any_case()
    {
        Assert.Equal("R-ADM-04", DeadlineRules.Find("r-adm-04")!.Id);
        Assert.Same(DeadlineRules.OralOutcome, DeadlineRules.Line("r-adm-04/ORAL"));
        Assert.Null(DeadlineRules.Find("R-ADM-99"));
    }

    [Fact]
    public void Every_line_counts_from_every_day_of_the_calendar()
    {
        foreach (var line in DeadlineRules.Lines)
        {
            foreach (var day in Covered())
            {
                var due = line.From(day, Calendar);
                Assert.True(due.LastWorkingDay <= due.On);
                Assert.Equal(due.On, London.DateOf(due.At));
                Assert.Equal(
                    line.Counting is Counting.WorkingDaysBefore or Counting.MonthsBefore,
                    due.On < day
                );
                Assert.Equal(
                    (line.Rule.Id, line.Key, day),
                    (due.Explanation.RuleId, due.Explanation.LineKey, due.Explanation.TriggerOn)
                );
            }
        }
    }

    [Fact]
    public void R_DATE_10_only_rules_in_clock_hours_ignore_the_end_of_the_day() =>
        Assert.Equal(
            ["R-DP-17", "R-NOT-01"],
            DeadlineRules.Lines.Where(l => l.Counting == Counting.Hours).Select(l => l.Key)
        );

    [Fact]
    public void A_line_says_its_rule_in_words()
    {
        Assert.Equal(
            "at least 5 working days before the day of the panel meeting",
            DeadlineRules.PanelPapers.InWords()
        );
        Assert.Equal(
            "16 weeks, the first day included, from the day the temporary approval started",
            DeadlineRules.TemporaryApprovalEnds.InWords()
        );
    }

    [Fact]
    public void A_number_of_practice_can_be_set_and_the_count_says_so()
    {
        var due = DeadlineRules.InitialVisit.From(Day("Mon 1 Jun 2026"), Calendar, 10);

        Assert.Equal(Day("Mon 15 Jun 2026"), due.On);
        Assert.Contains("This service has set 10; the usual number is 5.", due.Explanation.Text);
    }

    [Fact]
    public void A_number_of_law_or_of_a_national_standard_cannot_be_set() =>
        Assert.All(
            DeadlineRules.Lines.Where(l =>
                l.Force is not (RuleForce.Prac or RuleForce.Pol) && l.Tuning == Tuning.Fixed
            ),
            line =>
                Assert.Throws<ArgumentOutOfRangeException>(() =>
                    line.From(Day("Mon 1 Jun 2026"), Calendar, line.Number + 1)
                )
        );

    [Fact]
    public void R_REC_05_a_longer_local_schedule_wins_and_a_shorter_one_never_does()
    {
        Assert.True(DeadlineRules.CarerRecordKept.Allows(75));
        Assert.False(DeadlineRules.CarerRecordKept.Allows(9));
    }

    [Fact]
    public void R_SUP_01_unannounced_visits_may_be_more_often_but_not_less()
    {
        Assert.True(DeadlineRules.UnannouncedVisit.Allows(6));
        Assert.False(DeadlineRules.UnannouncedVisit.Allows(13));
    }

    [Fact]
    public void Numbers_of_the_council_replace_those_of_the_catalogue()
    {
        var numbers = new DeadlineNumbers(
            new Dictionary<string, int> { ["r-enq-05"] = 3, ["R-SUP-02/usual"] = 8 }
        );

        Assert.Equal(3, numbers.For(DeadlineRules.InitialVisit));
        Assert.Equal(1, numbers.For(DeadlineRules.FirstContact));
        Assert.Equal(
            Day("Thu 4 Jun 2026"),
            DeadlineRules.InitialVisit.From(Day("Mon 1 Jun 2026"), Calendar, numbers).On
        );
    }

    [Fact]
    public void Wrong_numbers_are_all_named_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new DeadlineNumbers(
                new Dictionary<string, int>
                {
                    ["R-APP-01"] = 9,
                    ["R-ENQ-99"] = 1,
                    ["R-ENQ-05"] = 0,
                    ["R-REC-02"] = 5,
                }
            )
        );

        Assert.Contains("R-APP-01 cannot be 9: it is 8, national minimum standard", error.Message);
        Assert.Contains("R-ENQ-99 is not a deadline", error.Message);
        Assert.Contains("R-ENQ-05 cannot be 0", error.Message);
        Assert.Contains("R-REC-02 cannot be 5", error.Message);
    }
}
