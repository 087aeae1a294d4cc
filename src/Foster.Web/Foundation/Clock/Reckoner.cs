using static Foster.Web.Foundation.Clock.CountingWords;

namespace Foster.Web.Foundation.Clock;

/// <summary>Counts one due date and writes down every step while doing so.</summary>
internal sealed class Reckoner(WorkingCalendar calendar, DateTime triggerAt)
{
    private readonly DateOnly trigger = London.DateOf(triggerAt);
    private readonly List<CountedDay> days = [];
    private readonly List<string> steps = [];
    private readonly SortedSet<int> unknownYears = [];

    public Due Reckon(DeadlineLine line, int number)
    {
        steps.Add($"Counted from {line.TriggerLabel}: {BritishDate.Short(trigger)}.");
        steps.Add(
            $"Rule: {line.Counting.InWords(number)} {line.TriggerLabel}."
                + (
                    number == line.Number
                        ? ""
                        : $" This service has set {number}; the usual number is {line.Number}."
                )
        );
        if (line.Counting == Counting.Hours)
        {
            return Hours(line, number);
        }
        var on = Count(line.Counting, number);
        var last = calendar.OnOrBefore(on);
        var warnings = new List<string>();
        if (!line.Counting.IgnoresWorkingDays())
        {
            Touch(on);
            warnings.AddRange(NotExtended(on, last));
        }
        warnings.AddRange(UnknownYears());
        steps.Add(Conclusion(line.Counting, on));
        return new Due(on, London.EndOfDayUtc(on), last, Written(line, warnings));
    }

    private DateOnly Count(Counting counting, int number) =>
        counting switch
        {
            Counting.SameWorkingDay => SameWorkingDay(number),
            Counting.WorkingDaysAfter => WorkingDays(trigger, number, 1),
            Counting.WorkingDaysBefore => WorkingDays(trigger, number, -1),
            Counting.DaysAfter => Days(number),
            Counting.WeeksAfter => Weeks(number),
            Counting.WeeksIncludingFirstDay => WeeksIncludingFirstDay(number),
            Counting.EndOfWeek => EndOfWeek(number),
            Counting.MonthsAfter => Months(number, Plural(number, "calendar month") + " after"),
            Counting.MonthsBefore => Months(-number, Plural(number, "calendar month") + " before"),
            Counting.YearsAfter or Counting.KeepYears => Months(
                12 * number,
                Plural(number, "year") + " after"
            ),
            Counting.KeepMonths => Months(number, Plural(number, "calendar month") + " after"),
            _ => MonthsThenWorkingDay(number),
        };

    private DateOnly WorkingDays(DateOnly from, int number, int direction)
    {
        var day = from;
        for (var counted = 0; counted < number; )
        {
            day = day.AddDays(direction);
            Touch(day);
            var why = calendar.WhyNotWorking(day);
            days.Add(new CountedDay(day, why is null ? ++counted : null, why));
        }
        steps.AddRange(Runs(direction > 0 ? "Day" : "Day before"));
        return day;
    }

    private IEnumerable<string> Runs(string word)
    {
        for (var start = 0; start < days.Count; )
        {
            var counted = days[start].Number is not null;
            var run = days.Skip(start).TakeWhile(d => d.Number is not null == counted).ToList();
            start += run.Count;
            yield return counted
                ? $"{Numbers(word, run)}: {string.Join(", ", run.Select(d => BritishDate.Short(d.On)))}."
                : $"Not counted: {string.Join(", ", run.Select(d => Named(d.On, d.Skipped!)))}.";
        }
    }

    private static string Numbers(string word, List<CountedDay> run) =>
        run.Count == 1
            ? $"{word} {run[0].Number}"
            : $"{word.Replace("Day", "Days", StringComparison.Ordinal)} {run[0].Number} to {run[^1].Number}";

    private DateOnly SameWorkingDay(int number)
    {
        Touch(trigger);
        var first = calendar.OnOrAfter(trigger);
        Touch(first);
        steps.Add(
            first == trigger
                ? $"{BritishDate.Short(trigger)} is a working day."
                : $"{NotAWorkingDay(trigger)}, so the next working day counts: {BritishDate.Short(first)}."
        );
        return WorkingDays(first, number, 1);
    }

    private DateOnly Days(int number)
    {
        var on = trigger.AddDays(number);
        steps.Add(
            $"The day itself is day 0. Every day counts, weekends and bank holidays too: day {number} is {BritishDate.Short(on)}."
        );
        return on;
    }

    private DateOnly Weeks(int number)
    {
        var on = trigger.AddDays(7 * number);
        steps.Add(
            $"{Plural(number, "week")} after {BritishDate.Short(trigger)} is {BritishDate.Short(on)}."
        );
        return on;
    }

    private DateOnly WeeksIncludingFirstDay(int number)
    {
        var on = trigger.AddDays(7 * number - 1);
        steps.Add(
            $"{BritishDate.Short(trigger)} is day 1, so day {7 * number}, the last day of week {number}, is {BritishDate.Short(on)}. Bank holidays make no difference."
        );
        steps.Add($"It is over from {BritishDate.Short(on.AddDays(1))}.");
        return on;
    }

    private DateOnly EndOfWeek(int number)
    {
        var sunday = trigger.AddDays((7 - (int)trigger.DayOfWeek) % 7 + 7 * number);
        steps.Add($"A week ends on Sunday: {BritishDate.Short(sunday)}.");
        return sunday;
    }

    private DateOnly Months(int months, string words)
    {
        var on = trigger.AddMonths(months);
        steps.Add(
            on.Day == trigger.Day
                ? $"{words} {BritishDate.Long(trigger)} is {BritishDate.Short(on)}."
                : $"{words} {BritishDate.Long(trigger)} would be {trigger.Day} {BritishDate.Month(on)}, but that month has only {on.Day} days, so its last day counts: {BritishDate.Short(on)}."
        );
        return on;
    }

    private DateOnly MonthsThenWorkingDay(int number)
    {
        var month = Months(number, Plural(number, "calendar month") + " after");
        Touch(month);
        var on = calendar.OnOrAfter(month);
        Touch(on);
        if (on != month)
        {
            steps.Add(
                $"{NotAWorkingDay(month)}, so the next working day counts: {BritishDate.Short(on)}."
            );
        }
        return on;
    }

    private Due Hours(DeadlineLine line, int number)
    {
        var at = London.AsUtc(triggerAt).AddHours(number);
        steps.Add(
            $"{Plural(number, "clock hour")} after {BritishTime.Short(triggerAt)} is {BritishTime.Short(at)}. Weekends and bank holidays make no difference."
        );
        steps.Add($"Due by {BritishTime.Short(at)}, London time.");
        var on = London.DateOf(at);
        return new Due(on, at, calendar.OnOrBefore(on), Written(line, []));
    }

    private static string Conclusion(Counting counting, DateOnly on) =>
        counting switch
        {
            Counting.KeepYears or Counting.KeepMonths =>
                $"Kept to the end of {BritishDate.Short(on)}; disposal from {BritishDate.Short(on.AddDays(1))} at the earliest.",
            Counting.WorkingDaysBefore => $"Due on or before {BritishDate.Short(on)}.",
            _ => $"Due by the end of {BritishDate.Short(on)} (23:59, London time).",
        };

    private IEnumerable<string> NotExtended(DateOnly on, DateOnly last) =>
        on == last
            ? []
            :
            [
                $"{NotAWorkingDay(on)}. The date is not extended. The last working day before it is {BritishDate.Short(last)}.",
            ];

    private IEnumerable<string> UnknownYears() =>
        unknownYears.Select(year =>
            year < calendar.CoveredFrom && calendar.CoveredFrom <= calendar.CoveredThrough
                ? $"Bank holidays for {year} are not in this calendar. Only weekends, Good Friday and Christmas Day are taken as days off."
                : $"Bank holidays for {year} are not yet known. Only weekends, Good Friday and Christmas Day are taken as days off, so the date may move."
        );

    private Explanation Written(DeadlineLine line, IReadOnlyList<string> warnings) =>
        new()
        {
            RuleId = line.Rule.Id,
            LineKey = line.Key,
            Label = line.Label,
            TriggerLabel = line.TriggerLabel,
            TriggerOn = trigger,
            CalendarVersion = calendar.Version,
            Days = days,
            Steps = steps,
            Warnings = warnings,
        };

    private void Touch(DateOnly day)
    {
        if (!calendar.Knows(day.Year))
        {
            unknownYears.Add(day.Year);
        }
    }

    private string NotAWorkingDay(DateOnly day) =>
        $"{BritishDate.Short(day)} is not a working day ({calendar.WhyNotWorking(day)})";

    private static string Named(DateOnly day, string why) => $"{BritishDate.Short(day)} ({why})";
}
