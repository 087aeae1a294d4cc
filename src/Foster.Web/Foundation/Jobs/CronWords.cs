using System.Globalization;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Foundation.Jobs;

/// <summary>When a line runs, as people say it.</summary>
public static class CronWords
{
    private static readonly string[] DayNames = CultureInfo
        .GetCultureInfo("en-GB")
        .DateTimeFormat.DayNames;

    public static string Of(Cron cron)
    {
        var parts = cron.Text.Split(' ');
        return $"{OfDays(cron, parts)}{OfTimes(cron, parts)}";
    }

    private static string OfTimes(Cron cron, string[] parts)
    {
        var minutes = Set(cron.Minutes);
        var hours = Set(cron.Hours);
        var often = parts[0] switch
        {
            "*" => "every minute",
            ['*', '/', .. var step] => $"every {step} minutes",
            _ when hours.Count > 1 && minutes.Count == 1 && Unbroken(hours) => minutes[0] == 0
                ? "every hour"
                : $"every hour, {minutes[0]} minutes past",
            _ => null,
        };
        if (often is null)
            return "at " + List(hours.SelectMany(h => minutes.Select(m => Time(h, m))));
        return cron.EveryHour
            ? often
            : $"{often} from {Time(hours[0], minutes[0])} to {Time(hours[^1], minutes[^1])}";
    }

    private static string OfDays(Cron cron, string[] parts)
    {
        var months = parts[3] == "*" ? "" : " of " + List(Set(cron.Months).Select(BritishMonth));
        if (parts[2] != "*")
            return $"On day {List(Set(cron.Days).Select(d => $"{d}"))}{(months.Length > 0 ? months : " of each month")} ";
        if (parts[4] == "*")
            return months.Length > 0 ? $"Each day{months} "
                : cron.EveryHour ? "Day and night, "
                : "Every day ";
        var days = Set(cron.WeekDays);
        return days is [1, 2, 3, 4, 5]
            ? $"Monday to Friday{months} "
            : $"Every {List(days.Select(d => DayNames[d]))}{months} ";
    }

    private static string BritishMonth(int month) =>
        CultureInfo.GetCultureInfo("en-GB").DateTimeFormat.GetMonthName(month);

    private static bool Unbroken(List<int> hours) => hours[^1] - hours[0] == hours.Count - 1;

    private static List<int> Set(bool[] field) =>
        [.. Enumerable.Range(0, field.Length).Where(n => field[n])];

    private static string Time(int hour, int minute) => BritishTime.Of(new TimeOnly(hour, minute));

    private static string List(IEnumerable<string> words) =>
        words.ToList() switch
        {
            [var one] => one,
            var many => string.Join(", ", many[..^1]) + " and " + many[^1],
        };
}
