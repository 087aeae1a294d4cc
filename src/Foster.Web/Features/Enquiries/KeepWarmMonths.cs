using System.Globalization;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries;

/// <summary>The months in which somebody can be asked again: from the next one on, well before silence would end it.</summary>
public static class KeepWarmMonths
{
    private const int Most = 18;

    public static IReadOnlyList<DateOnly> From(DateOnly today) =>
        [
            .. Enumerable
                .Range(1, Most)
                .Select(n => new DateOnly(today.Year, today.Month, 1).AddMonths(n)),
        ];

    public static string Words(DateOnly month) =>
        month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public static ChoiceField<string> Field(
        string label,
        DateOnly today,
        Func<Form, bool>? onlyWhen = null
    ) =>
        new("month", [.. From(today).Select(m => new Option<string>(Key(m), Words(m)))])
        {
            Label = label,
            Called = "Month",
            MissingMessage = "Select a month",
            AsSelect = true,
            OnlyWhen = onlyWhen,
        };

    public static DateOnly Read(string key) =>
        DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Key(DateOnly month) =>
        month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
