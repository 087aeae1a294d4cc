namespace Foster.Web.Foundation.Clock;

/// <summary>How a due date is counted from the day that starts the clock.</summary>
public enum Counting
{
    /// <summary>The day itself, or the next working day when it is none; a number adds working days.</summary>
    SameWorkingDay,

    /// <summary>The event day is day 0; the deadline is the end of working day N (R-DATE-02).</summary>
    WorkingDaysAfter,

    /// <summary>At least N working days before the event, whose own day does not count (R-DATE-03).</summary>
    WorkingDaysBefore,

    /// <summary>Calendar days, never extended (R-DATE-04).</summary>
    DaysAfter,

    WeeksAfter,

    /// <summary>Weeks whose first day is the day itself: last day = start + 7N − 1 (R-DATE-06).</summary>
    WeeksIncludingFirstDay,

    /// <summary>The Sunday of the same week; a number adds weeks.</summary>
    EndOfWeek,

    /// <summary>Calendar months, clipped to the end of the month (R-DATE-05).</summary>
    MonthsAfter,

    MonthsBefore,

    YearsAfter,

    /// <summary>Calendar months, moved on to a working day: the law on subject access allows that.</summary>
    MonthsAfterThenWorkingDay,

    /// <summary>Keep for N years: the anniversary is the last day of keeping, disposal is possible from the day after.</summary>
    KeepYears,

    /// <summary>The same in months.</summary>
    KeepMonths,

    /// <summary>Clock hours, never adjusted for weekends (R-DATE-10).</summary>
    Hours,
}

internal static class CountingWords
{
    public static string InWords(this Counting counting, int number) =>
        counting switch
        {
            Counting.SameWorkingDay when number == 0 => "the same working day as",
            Counting.SameWorkingDay => Plural(number, "working day") + " after the working day of",
            Counting.WorkingDaysAfter => "within " + Plural(number, "working day") + " of",
            Counting.WorkingDaysBefore => "at least " + Plural(number, "working day") + " before",
            Counting.DaysAfter => "within " + Plural(number, "calendar day") + " of",
            Counting.WeeksAfter => "within " + Plural(number, "week") + " of",
            Counting.WeeksIncludingFirstDay => Plural(number, "week")
                + ", the first day included, from",
            Counting.EndOfWeek when number == 0 => "in the same week as",
            Counting.EndOfWeek => "by the end of the week, " + Plural(number, "week") + " after",
            Counting.MonthsAfter or Counting.MonthsAfterThenWorkingDay => "within "
                + Plural(number, "calendar month")
                + " of",
            Counting.MonthsBefore => Plural(number, "calendar month") + " before",
            Counting.YearsAfter => "within " + Plural(number, "year") + " of",
            Counting.KeepYears => "kept for " + Plural(number, "year") + " from",
            Counting.KeepMonths => "kept for " + Plural(number, "calendar month") + " from",
            _ => "within " + Plural(number, "hour") + " of",
        };

    /// <summary>Kinds for which a due day at a weekend means nothing, or is already dealt with.</summary>
    public static bool IgnoresWorkingDays(this Counting counting) =>
        counting
            is Counting.Hours
                or Counting.KeepYears
                or Counting.KeepMonths
                or Counting.MonthsAfterThenWorkingDay;

    public static string Plural(int number, string noun) =>
        number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
