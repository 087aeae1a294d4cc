using System.Globalization;
using System.Text.RegularExpressions;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>Days as spreadsheets of this country write them: the day before the month, four numbers in the year.</summary>
public static partial class ImportDay
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "d-MMM-yyyy",
    ];

    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(
            Hour().Replace(text.Trim(), ""),
            Formats,
            British,
            DateTimeStyles.None,
            out var day
        ) && day.Year is >= 1900 and <= 2199
            ? day
            : null;

    /// <summary>An hour behind the day makes no difference.</summary>
    [GeneratedRegex(
        @"[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?Z?\z",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Hour();
}
