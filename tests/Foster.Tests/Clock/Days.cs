using System.Globalization;
using Foster.Web.Foundation.Clock;

namespace Foster.Tests.Clock;

/// <summary>Dates as the worked examples write them: "Fri 22 May 2026". A wrong weekday fails the reading.</summary>
internal static class Days
{
    public static WorkingCalendar Calendar => BankHolidaySeed.Calendar;

    public static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public static DateTime Utc(string text) =>
        DateTime.ParseExact(
            text,
            "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );

    public static IEnumerable<DateOnly> Each(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    public static IEnumerable<DateOnly> Covered() =>
        Each(new DateOnly(2024, 1, 1), new DateOnly(2028, 12, 31));
}
