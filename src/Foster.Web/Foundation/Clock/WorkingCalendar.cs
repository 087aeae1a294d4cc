using System.Collections.Frozen;

namespace Foster.Web.Foundation.Clock;

/// <summary>Which days are working days in England and Wales, and why the others are not (R-DATE-01).</summary>
public sealed class WorkingCalendar
{
    // England and Wales have eight bank holidays in every year; a year with fewer rows is not filled in yet.
    private const int BankHolidaysOfAYear = 8;

    private readonly FrozenDictionary<DateOnly, string> bankHolidays;

    public WorkingCalendar(string version, IEnumerable<BankHoliday> holidays)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        Version = version;
        bankHolidays = holidays.ToFrozenDictionary(h => h.Date, h => h.Name);
        var filled = bankHolidays
            .Keys.GroupBy(day => day.Year)
            .Where(year => year.Count() >= BankHolidaysOfAYear)
            .Select(year => year.Key)
            .ToHashSet();
        CoveredFrom = filled.Count == 0 ? int.MaxValue : filled.Min();
        CoveredThrough = filled.Count == 0 ? int.MinValue : CoveredFrom;
        while (filled.Contains(CoveredThrough + 1))
        {
            CoveredThrough++;
        }
    }

    /// <summary>A calendar of table rows, named for the newest issue among them.</summary>
    public static WorkingCalendar Of(IReadOnlyCollection<BankHoliday> holidays) =>
        new(
            holidays.Select(h => h.CalendarVersion).Max(StringComparer.Ordinal)
                is { Length: > 0 } newest
                ? newest
                : "EW empty",
            holidays
        );

    /// <summary>The issue of the bank-holiday table; stored with every deadline.</summary>
    public string Version { get; }

    /// <summary>The first year whose bank holidays are all known.</summary>
    public int CoveredFrom { get; }

    /// <summary>The last year, without a gap, whose bank holidays are all known.</summary>
    public int CoveredThrough { get; }

    /// <summary>The calendar ends within a year of this day: dates counted now may run beyond it.</summary>
    public bool EndsSoon(DateOnly today) => CoveredThrough < today.AddYears(1).Year;

    public bool Knows(int year) => year >= CoveredFrom && year <= CoveredThrough;

    public bool IsWorkingDay(DateOnly day) => WhyNotWorking(day) is null;

    /// <summary>"Saturday", "Good Friday", the name of the bank holiday; null for a working day.</summary>
    public string? WhyNotWorking(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day.DayOfWeek.ToString()
        : day is { Month: 12, Day: 25 } ? "Christmas Day"
        : bankHolidays.TryGetValue(day, out var name) ? name
        : day == Easter.GoodFriday(day.Year) ? "Good Friday"
        : null;

    /// <summary>The first working day after this day.</summary>
    public DateOnly Next(DateOnly day) => OnOrAfter(day.AddDays(1));

    /// <summary>The last working day before this day.</summary>
    public DateOnly Previous(DateOnly day) => OnOrBefore(day.AddDays(-1));

    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }
        return day;
    }

    /// <summary>Working day number N after a day, which is itself day 0.</summary>
    public DateOnly After(DateOnly day, int workingDays) => Walk(day, workingDays, Next);

    /// <summary>Working day number N before a day, which is itself not counted.</summary>
    public DateOnly Before(DateOnly day, int workingDays) => Walk(day, workingDays, Previous);

    /// <summary>How many working days lie after the first day, up to and with the last.</summary>
    public int CountBetween(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = Next(after); day <= through; day = Next(day))
        {
            count++;
        }
        return count;
    }

    private static DateOnly Walk(DateOnly day, int steps, Func<DateOnly, DateOnly> step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        for (var taken = 0; taken < steps; taken++)
        {
            day = step(day);
        }
        return day;
    }
}
