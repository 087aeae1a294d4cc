using Foster.Web.Foundation.Clock;
using Xunit;
using static Foster.Tests.Clock.Days;

namespace Foster.Tests.Clock;

public class DeadlineTests
{
    private static readonly Guid Manager = Guid.NewGuid();
    private const string Reason = "The family was abroad and asked us to wait.";

    private static Deadline Enquiry(string at = "2026-05-22 17:05") =>
        Deadline.Open(
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            DeadlineRules.FirstContact,
            Utc(at),
            Calendar,
            "RecruitmentOfficer"
        );

    private static WorkingCalendar WithExtraDay(string day) =>
        WorkingCalendar.Of([
            .. BankHolidaySeed.Rows(),
            new BankHoliday
            {
                Date = Day(day),
                Name = "National day of thanks",
                CalendarVersion = "EW 2026-05-20",
            },
        ]);

    [Fact]
    public void R_DATE_09_an_open_deadline_holds_all_that_made_it()
    {
        var deadline = Enquiry();

        Assert.Equal(
            ("R-ENQ-02", "R-ENQ-02", 1, Utc("2026-05-22 17:05"), "EW 2026-01-01"),
            (
                deadline.RuleId,
                deadline.LineKey,
                deadline.Number,
                deadline.TriggerAt,
                deadline.CalendarVersion
            )
        );
        Assert.Equal(
            (Day("Fri 22 May 2026"), Day("Tue 26 May 2026"), DeadlineStatus.Open),
            (deadline.TriggerOn, deadline.DueOn, deadline.Status)
        );
        Assert.Contains("Spring bank holiday", deadline.ExplanationText);
        Assert.Equal("First contact with someone who enquired", deadline.Title);
        Assert.Equal(7, deadline.Id.Version);
    }

    [Fact]
    public void A_trigger_known_by_its_day_keeps_that_day_in_summer_too()
    {
        var deadline = Deadline.Open(
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            DeadlineRules.Observations,
            Day("Mon 1 Jun 2026"),
            Calendar,
            "AssessingSocialWorker"
        );

        Assert.Equal(Utc("2026-05-31 23:00"), deadline.TriggerAt);
        Assert.Equal(Day("Mon 1 Jun 2026"), deadline.TriggerOn);
    }

    [Theory]
    [InlineData("Fri 22 May 2026", DeadlineStatus.Met)]
    [InlineData("Tue 26 May 2026", DeadlineStatus.Met)]
    [InlineData("Wed 27 May 2026", DeadlineStatus.Missed)]
    public void Done_by_the_due_day_is_met_and_later_is_missed(string on, DeadlineStatus status)
    {
        var deadline = Enquiry();

        Assert.True(deadline.Meet(Day(on)).Ok);
        Assert.Equal((status, Day(on)), (deadline.Status, deadline.ClosedOn));
    }

    [Fact]
    public void Done_in_the_last_minute_of_a_summer_day_is_met()
    {
        var deadline = Enquiry();
        deadline.Meet(Utc("2026-05-26 22:59"));

        Assert.Equal(DeadlineStatus.Met, deadline.Status);
    }

    [Fact]
    public void Done_after_midnight_in_London_is_missed_though_the_UTC_day_is_the_same()
    {
        var deadline = Enquiry();
        deadline.Meet(Utc("2026-05-26 23:00"));

        Assert.Equal(DeadlineStatus.Missed, deadline.Status);
    }

    [Theory]
    [InlineData("2026-12-27 21:30", DeadlineStatus.Met)]
    [InlineData("2026-12-27 21:31", DeadlineStatus.Missed)]
    public void R_NOT_01_is_met_or_missed_to_the_minute(string at, DeadlineStatus status)
    {
        var deadline = Event();

        Assert.False(deadline.IsOverdueAt(Utc("2026-12-27 21:30")));
        Assert.True(deadline.IsOverdueAt(Utc("2026-12-27 21:31")));
        deadline.Meet(Utc(at));
        Assert.Equal(status, deadline.Status);
    }

    private static Deadline Event() =>
        Deadline.Open(
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            DeadlineRules.NotifiableEvent,
            Utc("2026-12-26 21:30"),
            Calendar,
            "TeamManager"
        );

    [Fact]
    public void R_VAL_06_a_waiver_needs_twenty_characters_of_reason_and_its_author()
    {
        var deadline = Enquiry();

        var refused = deadline.Waive("  too short           ", Guid.Empty, Day("Tue 26 May 2026"));
        Assert.Equal(2, refused.Refusals.Count);
        Assert.Equal(DeadlineStatus.Open, deadline.Status);

        Assert.True(deadline.Waive(Reason, Manager, Day("Tue 26 May 2026")).Ok);
        Assert.Equal(
            (DeadlineStatus.Waived, Reason, Manager),
            (deadline.Status, deadline.WaiverReason, deadline.WaivedBy)
        );
    }

    [Fact]
    public void A_closed_deadline_takes_no_further_act()
    {
        var deadline = Enquiry();
        deadline.Meet(Day("Tue 26 May 2026"));

        Assert.False(deadline.Meet(Day("Wed 27 May 2026")).Ok);
        Assert.False(deadline.Waive(Reason, Manager, Day("Wed 27 May 2026")).Ok);
        Assert.False(deadline.Cancel("Withdrawn", Day("Wed 27 May 2026")).Ok);
        Assert.Null(deadline.Recompute(WithExtraDay("Tue 26 May 2026")));
        Assert.Equal(
            (DeadlineStatus.Met, Day("Tue 26 May 2026")),
            (deadline.Status, deadline.ClosedOn)
        );
    }

    [Fact]
    public void A_cancelled_deadline_keeps_its_reason()
    {
        var deadline = Enquiry();

        Assert.False(deadline.Cancel(" ", Day("Mon 25 May 2026")).Ok);
        Assert.True(deadline.Cancel("The enquiry was withdrawn.", Day("Mon 25 May 2026")).Ok);
        Assert.Equal("The enquiry was withdrawn.", deadline.CancelReason);
    }

    [Fact]
    public void R_DATE_08_a_proclaimed_day_moves_open_deadlines_and_the_old_count_stays()
    {
        var deadline = Enquiry();
        var old = deadline.ExplanationText;

        var move = deadline.Recompute(WithExtraDay("Tue 26 May 2026"));

        Assert.Equal(
            new DeadlineMove(
                Day("Tue 26 May 2026"),
                Day("Wed 27 May 2026"),
                "EW 2026-01-01",
                "EW 2026-05-20"
            ),
            move
        );
        Assert.Equal(Day("Wed 27 May 2026"), deadline.DueOn);
        Assert.Equal(old, deadline.FormerExplanations);
        Assert.Contains("National day of thanks", deadline.ExplanationText);
        Assert.Null(deadline.Recompute(WithExtraDay("Tue 26 May 2026")));
    }

    [Fact]
    public void R_DATE_08_a_change_elsewhere_moves_nothing()
    {
        var deadline = Enquiry();

        Assert.Null(deadline.Recompute(WithExtraDay("Mon 8 Jun 2026")));
        Assert.Equal("EW 2026-05-20", deadline.CalendarVersion);
        Assert.Null(deadline.FormerExplanations);
    }

    [Fact]
    public void Overdue_is_the_day_after_and_days_left_are_calendar_days()
    {
        var deadline = Enquiry();

        Assert.False(deadline.IsOverdue(Day("Tue 26 May 2026")));
        Assert.True(deadline.IsOverdue(Day("Wed 27 May 2026")));
        Assert.Equal(
            (4, 0, -1),
            (
                deadline.DaysLeft(Day("Fri 22 May 2026")),
                deadline.DaysLeft(Day("Tue 26 May 2026")),
                deadline.DaysLeft(Day("Wed 27 May 2026"))
            )
        );
        deadline.Meet(Day("Wed 27 May 2026"));
        Assert.False(deadline.IsOverdue(Day("Thu 28 May 2026")));
    }

    [Fact]
    public void The_number_of_the_day_it_was_opened_stays_with_it()
    {
        var numbers = new DeadlineNumbers(new Dictionary<string, int> { ["R-ENQ-02"] = 2 });
        var deadline = Deadline.Open(
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            DeadlineRules.FirstContact,
            Utc("2026-05-22 17:05"),
            Calendar,
            "RecruitmentOfficer",
            numbers
        );

        Assert.Equal(Day("Wed 27 May 2026"), deadline.DueOn);
        deadline.Recompute(WithExtraDay("Tue 26 May 2026"));
        Assert.Equal(Day("Thu 28 May 2026"), deadline.DueOn);
    }
}
