using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>Minutes of work between two instants: 9am to 5pm in London on working days (M-HUB-08).</summary>
public static class WorkingHours
{
    private const int Begin = 9 * 60;
    private const int End = 17 * 60;

    public static int MinutesBetween(DateTime fromUtc, DateTime toUtc, WorkingCalendar calendar)
    {
        var (from, to) = (London.Wall(fromUtc), London.Wall(toUtc));
        if (to <= from)
            return 0;
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(to));
        if (first == last)
            return Of(first, Minute(from), Minute(to), calendar);
        return Of(first, Minute(from), End, calendar)
            + calendar.CountBetween(first, last.AddDays(-1)) * (End - Begin)
            + Of(last, Begin, Minute(to), calendar);
    }

    /// <summary>The middle one; of an even number the half way between the two, to the minute.</summary>
    public static int? Median(IReadOnlyCollection<int> minutes)
    {
        if (minutes.Count == 0)
            return null;
        var sorted = minutes.Order().ToList();
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return (low + high + 1) / 2;
    }

    private static int Of(DateOnly day, int from, int to, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(day) ? Math.Clamp(to, Begin, End) - Math.Clamp(from, Begin, End) : 0;

    private static int Minute(DateTime wall) => wall.Hour * 60 + wall.Minute;
}
