using System.Globalization;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Foundation.Jobs;

/// <summary>The five fields of a line, read in London time.</summary>
public sealed class Cron
{
    /// <summary>29 February comes after eight years at the latest.</summary>
    private const int FarthestDays = 8 * 366;

    private Cron(string text, bool[][] fields)
    {
        Text = text;
        (Minutes, Hours, Days, Months, WeekDays) = (
            fields[0],
            fields[1],
            fields[2],
            fields[3],
            fields[4]
        );
        EveryHour = Hours.All(h => h);
    }

    public string Text { get; }

    internal bool[] Minutes { get; }
    internal bool[] Hours { get; }
    internal bool[] Days { get; }
    internal bool[] Months { get; }
    internal bool[] WeekDays { get; }

    /// <summary>Runs in each hour that goes by, and not at hours of the clock.</summary>
    internal bool EveryHour { get; }

    public static Cron Parse(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != 5)
            throw new FormatException($"«{text}»: a line has five fields.");
        if (parts[2] != "*" && parts[4] != "*")
            throw new FormatException(
                $"«{text}»: say a day of the month or a day of the week, not both."
            );
        return new Cron(
            text,
            [
                Field(parts[0], 0, 59),
                Field(parts[1], 0, 23),
                Field(parts[2], 1, 31),
                Field(parts[3], 1, 12),
                WeekDaysOf(Field(parts[4], 0, 7)),
            ]
        );
    }

    /// <summary>The latest instant of the line that is over: after <paramref name="after"/>, not after <paramref name="now"/>.</summary>
    public DateTime? Latest(DateTime after, DateTime now)
    {
        var first = London.DateOf(after);
        for (var day = London.DateOf(now); day >= first; day = day.AddDays(-1))
        {
            var late = On(day).LastOrDefault(t => t > after && t <= now);
            if (late != default)
                return late;
        }
        return null;
    }

    /// <summary>The next instant of the line; null where no day ever fits, such as 30 February.</summary>
    public DateTime? Next(DateTime after)
    {
        var day = London.DateOf(after);
        for (var i = 0; i < FarthestDays; i++, day = day.AddDays(1))
        {
            var next = On(day).FirstOrDefault(t => t > after);
            if (next != default)
                return next;
        }
        return null;
    }

    /// <summary>The instants of one day in London, in their order.</summary>
    private IEnumerable<DateTime> On(DateOnly day)
    {
        if (!Months[day.Month] || !Days[day.Day] || !WeekDays[(int)day.DayOfWeek])
            return [];
        return EveryHour ? InEachHour(day) : AtHours(day).Distinct().Order();
    }

    private IEnumerable<DateTime> InEachHour(DateOnly day)
    {
        var end = London.StartOfDayUtc(day.AddDays(1));
        for (var hour = London.StartOfDayUtc(day); hour < end; hour = hour.AddHours(1))
        for (var minute = 0; minute < 60; minute++)
            if (Minutes[minute])
                yield return hour.AddMinutes(minute);
    }

    /// <summary>A time that the spring change leaves out becomes one an hour later, which may be on the line already.</summary>
    private IEnumerable<DateTime> AtHours(DateOnly day)
    {
        for (var hour = 0; hour < 24; hour++)
        for (var minute = 0; minute < 60; minute++)
            if (Hours[hour] && Minutes[minute])
                yield return London.ToUtc(day, new TimeOnly(hour, minute));
    }

    private static bool[] Field(string text, int least, int most)
    {
        var field = new bool[most + 1];
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var whole] => (whole, 1),
                [var whole, var by] => (whole, Number(by, 1, most)),
                _ => throw new FormatException($"«{part}» is no part of a line."),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (least, most),
                [var one] => (Number(one, least, most), Number(one, least, most)),
                [var low, var high] => (Number(low, least, most), Number(high, least, most)),
                _ => throw new FormatException($"«{part}» is no part of a line."),
            };
            if (from > to)
                throw new FormatException($"«{part}» ends before it begins.");
            for (var n = from; n <= to; n += step)
                field[n] = true;
        }
        return field;
    }

    /// <summary>Seven is Sunday too.</summary>
    private static bool[] WeekDaysOf(bool[] field)
    {
        field[0] |= field[7];
        return field[..7];
    }

    private static int Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new FormatException($"«{text}» is not between {least} and {most}.");
}
