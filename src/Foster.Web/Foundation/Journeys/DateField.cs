using System.Globalization;

namespace Foster.Web.Foundation.Journeys;

/// <summary>A date in three inputs. Months may be typed as words.</summary>
public sealed class DateField(string name) : Field<DateOnly>(name)
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// <summary>The last day that is fine, given today.</summary>
    public Func<DateOnly, DateOnly>? Latest { get; init; }

    /// <summary>Said when it is later: "Date of birth must be in the past".</summary>
    public string? LatestMessage { get; init; }

    /// <summary>The first day that is fine, given today.</summary>
    public Func<DateOnly, DateOnly>? Earliest { get; init; }

    public string? EarliestMessage { get; init; }

    public string DayName => Name + "-day";

    public string MonthName => Name + "-month";

    public string YearName => Name + "-year";

    public override FieldShape Shape { get; } = new DateShape();

    public override IReadOnlyList<string> InputNames => [DayName, MonthName, YearName];

    public override Reading Parse(RawValues raw)
    {
        var typed = InputNames.Select(n => Words.PlainDigits(raw[n].Trim())).ToArray();
        if (typed.All(t => t.Length == 0))
            return Reading.Nothing;

        string[] parts = ["day", "month", "year"];
        var missing = Enumerable.Range(0, 3).Where(i => typed[i].Length == 0).ToArray();
        if (missing.Length > 0)
            return Reading.Wrong(
                $"{Called} must include a {string.Join(" and ", missing.Select(i => parts[i]))}",
                [.. missing.Select(i => InputNames[i])]
            );

        var (day, month, year) = (Number(typed[0]), Month(typed[1]), Number(typed[2]));
        if (year is not null && typed[2].Length != 4)
            return Reading.Wrong(
                $"{Called} must have 4 numbers in the year, like 1984",
                [YearName]
            );
        if (day is not (>= 1 and <= 31))
            return Reading.Wrong($"{Called} must have a day from 1 to 31", [DayName]);
        if (month is not (>= 1 and <= 12))
            return Reading.Wrong(
                $"{Called} must have a month from 1 to 12, or its name",
                [MonthName]
            );
        if (year is not (>= 1900 and <= 2199))
            return Reading.Wrong($"{Called} must have a year from 1900 to 2199", [YearName]);
        return day <= DateTime.DaysInMonth(year.Value, month.Value)
            ? Reading.Of(new DateOnly(year.Value, month.Value, day.Value))
            : Reading.Wrong($"{Called} must be a real date", InputNames);
    }

    public override void Write(DateOnly value, RawValues raw)
    {
        raw.Set(DayName, value.Day.ToString(CultureInfo.InvariantCulture));
        raw.Set(MonthName, value.Month.ToString(CultureInfo.InvariantCulture));
        raw.Set(YearName, value.Year.ToString("0000", CultureInfo.InvariantCulture));
    }

    public override string Display(DateOnly value) => value.ToString("d MMMM yyyy", British);

    protected override string? Check(DateOnly value, DateOnly today)
    {
        if (Latest?.Invoke(today) is { } latest && value > latest)
            return LatestMessage ?? $"{Called} must be on or before {Display(latest)}";
        if (Earliest?.Invoke(today) is { } earliest && value < earliest)
            return EarliestMessage ?? $"{Called} must be on or after {Display(earliest)}";
        return null;
    }

    private static int? Number(string text) =>
        text.Length <= 6
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : null;

    private static int? Month(string text)
    {
        if (Number(text) is { } number)
            return number;
        var word = text.TrimEnd('.').ToLowerInvariant();
        var found = Array.FindIndex(
            Months,
            m => word.Length >= 3 && m.StartsWith(word, StringComparison.Ordinal)
        );
        return found >= 0 ? found + 1
            : word == "sept" ? 9
            : null;
    }
}
