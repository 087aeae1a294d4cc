using Foster.Web.Foundation.Clock;
using Xunit;
using static Foster.Tests.Clock.Days;

namespace Foster.Tests.Clock;

public class WorkedExampleTests
{
    [Theory]
    [InlineData("X-02", "R-ENQ-02", "Thu 24 Dec 2026", "Tue 29 Dec 2026")]
    [InlineData("X-03", "R-ENQ-05", "Thu 2 Apr 2026", "Mon 13 Apr 2026")]
    [InlineData("X-04", "R-ASSESS-06", "Mon 14 Dec 2026", "Wed 30 Dec 2026")]
    [InlineData("X-05", "R-ASSESS-06", "Tue 23 Mar 2027", "Thu 8 Apr 2027")]
    [InlineData("X-06", "R-ASSESS-12", "Fri 1 May 2026", "Mon 18 May 2026")]
    [InlineData("X-07", "R-ASSESS-12", "Wed 26 Apr 2028", "Thu 11 May 2028")]
    [InlineData("X-08", "R-APP-01", "Thu 15 Jan 2026", "Tue 15 Sep 2026")]
    [InlineData("X-09", "R-APP-01", "Tue 30 Jun 2026", "Sun 28 Feb 2027")]
    [InlineData("X-10", "R-APP-01", "Tue 31 Aug 2027", "Sun 30 Apr 2028")]
    [InlineData("X-11", "R-PANEL-08", "Tue 5 Jan 2027", "Thu 24 Dec 2026")]
    [InlineData("X-12", "R-PANEL-08", "Wed 8 Apr 2026", "Mon 30 Mar 2026")]
    [InlineData("X-13", "R-ADM-03", "Fri 18 Dec 2026", "Thu 31 Dec 2026")]
    [InlineData("X-13", "R-ADM-04/oral", "Thu 31 Dec 2026", "Tue 5 Jan 2027")]
    [InlineData("X-13", "R-ADM-04/written", "Thu 31 Dec 2026", "Fri 8 Jan 2027")]
    [InlineData("X-14", "R-ADM-03", "Wed 1 Apr 2026", "Tue 14 Apr 2026")]
    [InlineData("X-14", "R-ADM-04/oral", "Tue 14 Apr 2026", "Thu 16 Apr 2026")]
    [InlineData("X-14", "R-ADM-04/written", "Tue 14 Apr 2026", "Tue 21 Apr 2026")]
    [InlineData("X-15", "R-ADM-03", "Mon 20 Dec 2027", "Fri 31 Dec 2027")]
    [InlineData("X-15", "R-ADM-04/oral", "Fri 31 Dec 2027", "Wed 5 Jan 2028")]
    [InlineData("X-15", "R-ADM-04/written", "Fri 31 Dec 2027", "Mon 10 Jan 2028")]
    [InlineData("X-16", "R-ADM-03", "Tue 15 Apr 2025", "Mon 28 Apr 2025")]
    [InlineData("X-17", "R-ADM-03", "Tue 11 Apr 2028", "Mon 24 Apr 2028")]
    [InlineData("X-18", "R-ADM-03", "Wed 18 Dec 2024", "Tue 31 Dec 2024")]
    [InlineData("X-18", "R-ADM-04/written", "Tue 31 Dec 2024", "Wed 8 Jan 2025")]
    [InlineData("X-19", "R-QD-02", "Mon 30 Nov 2026", "Mon 28 Dec 2026")]
    [InlineData("X-19", "R-QD-03", "Mon 30 Nov 2026", "Tue 29 Dec 2026")]
    [InlineData("X-20", "R-QD-02", "Tue 3 Mar 2026", "Tue 31 Mar 2026")]
    [InlineData("X-21", "R-QD-05", "Fri 11 Dec 2026", "Tue 29 Dec 2026")]
    [InlineData("X-22", "R-TRF-06", "Mon 10 Aug 2026", "Tue 1 Sep 2026")]
    [InlineData("X-23", "R-END-01", "Thu 26 Nov 2026", "Thu 24 Dec 2026")]
    [InlineData("X-23", "R-REC-02", "Thu 24 Dec 2026", "Wed 24 Dec 2036")]
    [InlineData("X-24", "R-END-01", "Tue 1 Feb 2028", "Tue 29 Feb 2028")]
    [InlineData("X-24", "R-REC-02", "Tue 29 Feb 2028", "Sun 28 Feb 2038")]
    [InlineData("X-25", "R-TEMP-01", "Mon 1 Jun 2026", "Sun 20 Sep 2026")]
    [InlineData("X-25", "R-TEMP-04", "Mon 1 Jun 2026", "Sun 15 Nov 2026")]
    [InlineData("X-26", "R-TEMP-01", "Fri 18 Dec 2026", "Thu 8 Apr 2027")]
    [InlineData("X-26", "R-TEMP-04", "Fri 18 Dec 2026", "Thu 3 Jun 2027")]
    [InlineData("X-28", "R-REV-02", "Mon 16 Mar 2026", "Sat 16 Jan 2027")]
    [InlineData("X-28", "R-REV-01/first", "Mon 16 Mar 2026", "Tue 16 Mar 2027")]
    [InlineData("X-28", "R-DEV-02/general", "Mon 16 Mar 2026", "Tue 16 Mar 2027")]
    [InlineData("X-28", "R-DEV-02/connected", "Mon 16 Mar 2026", "Thu 16 Sep 2027")]
    [InlineData("X-29", "R-REV-01/first", "Thu 29 Feb 2024", "Fri 28 Feb 2025")]
    [InlineData("X-29", "R-DEV-02/connected", "Thu 29 Feb 2024", "Fri 29 Aug 2025")]
    [InlineData("X-30", "R-REV-01/later", "Wed 20 Jan 2027", "Thu 20 Jan 2028")]
    [InlineData("X-31", "R-REN-01/renewal", "Fri 5 Sep 2025", "Tue 5 Sep 2028")]
    [InlineData("X-31", "R-REN-05/pack", "Tue 5 Sep 2028", "Fri 5 May 2028")]
    [InlineData("X-32", "R-REC-04", "Sat 10 Oct 2026", "Wed 10 Oct 2029")]
    [InlineData("X-33", "R-CMP-01/stage-1", "Wed 16 Dec 2026", "Mon 4 Jan 2027")]
    [InlineData("X-33", "R-CMP-01/stage-1-limit", "Wed 16 Dec 2026", "Mon 18 Jan 2027")]
    [InlineData("X-34", "R-CMP-01/stage-2", "Mon 11 Jan 2027", "Mon 15 Feb 2027")]
    [InlineData("X-34", "R-CMP-01/stage-2-limit", "Mon 11 Jan 2027", "Wed 14 Apr 2027")]
    [InlineData("X-35", "R-CMP-01/stage-3", "Mon 1 Mar 2027", "Wed 14 Apr 2027")]
    [InlineData("X-36", "R-TRF-03", "Thu 9 Jul 2026", "Thu 6 Aug 2026")]
    [InlineData("X-37", "R-TERMS-06", "Thu 24 Dec 2026", "Wed 6 Jan 2027")]
    [InlineData("X-38", "R-ALL-02", "Sat 5 Dec 2026", "Mon 7 Dec 2026")]
    [InlineData("X-40", "R-DP-08/reply", "Sun 31 Jan 2027", "Mon 1 Mar 2027")]
    public void Each_example_comes_out_as_written(
        string example,
        string key,
        string trigger,
        string due
    ) =>
        Assert.Equal(
            (example, Day(due)),
            (example, DeadlineRules.Line(key)!.From(Day(trigger), Calendar).On)
        );

    [Fact]
    public void X_01_an_enquiry_on_a_Friday_evening_is_answered_on_Tuesday_after_the_bank_holiday()
    {
        var due = DeadlineRules.FirstContact.From(Utc("2026-05-22 17:05"), Calendar);

        Assert.Equal(Day("Tue 26 May 2026"), due.On);
        Assert.Contains(
            "Not counted: Sat 23 May 2026 (Saturday), Sun 24 May 2026 (Sunday), Mon 25 May 2026 (Spring bank holiday).",
            due.Explanation.Steps
        );
    }

    [Fact]
    public void X_05_both_Easter_days_are_named_as_skipped()
    {
        var due = DeadlineRules.Stage1Decision.From(Day("Tue 23 Mar 2027"), Calendar);

        Assert.Contains("Fri 26 March 2027 (Good Friday)", due.Explanation.Text);
        Assert.Contains("Mon 29 March 2027 (Easter Monday)", due.Explanation.Text);
    }

    [Fact]
    public void X_09_says_why_the_month_was_clipped_and_which_working_day_comes_before()
    {
        var due = DeadlineRules.PanelRecommendation.From(Day("Tue 30 Jun 2026"), Calendar);

        Assert.Equal(Day("Fri 26 Feb 2027"), due.LastWorkingDay);
        Assert.Contains(
            "would be 30 February 2027, but that month has only 28 days",
            due.Explanation.Text
        );
        Assert.Contains(
            "The last working day before it is Fri 26 February 2027.",
            due.Explanation.Text
        );
    }

    [Fact]
    public void X_19_a_window_that_ends_on_a_bank_holiday_is_not_extended_and_says_so()
    {
        var due = DeadlineRules.RepresentationsWindow.From(Day("Mon 30 Nov 2026"), Calendar);

        Assert.Equal(Day("Tue 29 Dec 2026"), due.DayAfter);
        Assert.Equal(
            [
                "Mon 28 December 2026 is not a working day (Boxing Day (substitute day)). The date is not extended. The last working day before it is Thu 24 December 2026.",
            ],
            due.Explanation.Warnings
        );
    }

    [Fact]
    public void X_24_disposal_after_a_clipped_anniversary_is_on_the_first_of_March()
    {
        var kept = DeadlineRules.CarerRecordKept.From(Day("Tue 29 Feb 2028"), Calendar);

        Assert.Equal(Day("Mon 1 Mar 2038"), kept.DayAfter);
        Assert.Contains("disposal from Mon 1 March 2038 at the earliest", kept.Explanation.Text);
    }

    [Fact]
    public void X_25_a_temporary_approval_is_over_from_the_day_after_its_last_day() =>
        Assert.Equal(
            Day("Mon 21 Sep 2026"),
            DeadlineRules.TemporaryApprovalEnds.From(Day("Mon 1 Jun 2026"), Calendar).DayAfter
        );

    [Fact]
    public void X_37_the_day_of_the_emergency_placement_is_day_0() =>
        Assert.Equal(
            new CountedDay(Day("Tue 29 Dec 2026"), 1, null),
            DeadlineRules
                .EmergencyOverTerms.From(Day("Thu 24 Dec 2026"), Calendar)
                .Explanation.Days.First(day => day.Number is not null)
        );

    [Fact]
    public void X_39_a_notifiable_event_is_told_within_24_hours_at_a_weekend_too()
    {
        var due = DeadlineRules.NotifiableEvent.From(Utc("2026-12-26 21:30"), Calendar);

        Assert.Equal(Utc("2026-12-27 21:30"), due.At);
        Assert.Equal(Day("Sun 27 Dec 2026"), due.On);
        Assert.Empty(due.Explanation.Warnings);
    }

    [Fact]
    public void X_40_subject_access_moves_on_from_Sunday_and_explains_both_steps()
    {
        var due = DeadlineRules.SubjectAccess.From(Day("Sun 31 Jan 2027"), Calendar);

        Assert.Contains("so its last day counts: Sun 28 February 2027", due.Explanation.Text);
        Assert.Contains("so the next working day counts: Mon 1 March 2027", due.Explanation.Text);
    }

    [Fact]
    public void X_41_one_case_from_enquiry_to_first_review()
    {
        (DeadlineLine Line, string Trigger, string Due)[] road =
        [
            (DeadlineRules.FirstContact, "Fri 4 Sep 2026", "Mon 7 Sep 2026"),
            (DeadlineRules.InitialVisit, "Fri 4 Sep 2026", "Fri 11 Sep 2026"),
            (DeadlineRules.VisitOutcome, "Thu 10 Sep 2026", "Thu 17 Sep 2026"),
            (DeadlineRules.PanelRecommendation, "Mon 21 Sep 2026", "Fri 21 May 2027"),
            (DeadlineRules.Stage1Decision, "Fri 20 Nov 2026", "Fri 4 Dec 2026"),
            (DeadlineRules.Observations, "Mon 15 Feb 2027", "Mon 1 Mar 2027"),
            (DeadlineRules.PanelPapers, "Tue 9 Mar 2027", "Tue 2 Mar 2027"),
            (DeadlineRules.DecisionMakerDecision, "Wed 17 Mar 2027", "Tue 30 Mar 2027"),
            (DeadlineRules.OralOutcome, "Wed 24 Mar 2027", "Tue 30 Mar 2027"),
            (DeadlineRules.WrittenOutcome, "Wed 24 Mar 2027", "Fri 2 Apr 2027"),
            (DeadlineRules.FirstReviewMeeting, "Wed 24 Mar 2027", "Mon 24 Jan 2028"),
            (DeadlineRules.FirstReviewDecision, "Wed 24 Mar 2027", "Fri 24 Mar 2028"),
        ];

        Assert.All(
            road,
            step => Assert.Equal(Day(step.Due), step.Line.From(Day(step.Trigger), Calendar).On)
        );
    }
}
