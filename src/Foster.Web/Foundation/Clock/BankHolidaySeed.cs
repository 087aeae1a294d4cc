namespace Foster.Web.Foundation.Clock;

/// <summary>The bank holidays that a new installation starts with (Annex B). Later days are added to the table.</summary>
public static class BankHolidaySeed
{
    public const string Version = "EW 2026-01-01";

    private const string NewYear = "New Year's Day";
    private const string GoodFriday = "Good Friday";
    private const string EasterMonday = "Easter Monday";
    private const string EarlyMay = "Early May bank holiday";
    private const string Spring = "Spring bank holiday";
    private const string Summer = "Summer bank holiday";
    private const string Christmas = "Christmas Day";
    private const string Boxing = "Boxing Day";
    private const string Substitute = " (substitute day)";

    private static readonly (int Year, int Month, int Day, string Name)[] Annex =
    [
        (2024, 1, 1, NewYear),
        (2024, 3, 29, GoodFriday),
        (2024, 4, 1, EasterMonday),
        (2024, 5, 6, EarlyMay),
        (2024, 5, 27, Spring),
        (2024, 8, 26, Summer),
        (2024, 12, 25, Christmas),
        (2024, 12, 26, Boxing),
        (2025, 1, 1, NewYear),
        (2025, 4, 18, GoodFriday),
        (2025, 4, 21, EasterMonday),
        (2025, 5, 5, EarlyMay),
        (2025, 5, 26, Spring),
        (2025, 8, 25, Summer),
        (2025, 12, 25, Christmas),
        (2025, 12, 26, Boxing),
        (2026, 1, 1, NewYear),
        (2026, 4, 3, GoodFriday),
        (2026, 4, 6, EasterMonday),
        (2026, 5, 4, EarlyMay),
        (2026, 5, 25, Spring),
        (2026, 8, 31, Summer),
        (2026, 12, 25, Christmas),
        (2026, 12, 28, Boxing + Substitute),
        (2027, 1, 1, NewYear),
        (2027, 3, 26, GoodFriday),
        (2027, 3, 29, EasterMonday),
        (2027, 5, 3, EarlyMay),
        (2027, 5, 31, Spring),
        (2027, 8, 30, Summer),
        (2027, 12, 27, Christmas + Substitute),
        (2027, 12, 28, Boxing + Substitute),
        (2028, 1, 3, NewYear + Substitute),
        (2028, 4, 14, GoodFriday),
        (2028, 4, 17, EasterMonday),
        (2028, 5, 1, EarlyMay),
        (2028, 5, 29, Spring),
        (2028, 8, 28, Summer),
        (2028, 12, 25, Christmas),
        (2028, 12, 26, Boxing),
    ];

    /// <summary>Fresh rows for the table.</summary>
    public static IReadOnlyList<BankHoliday> Rows() =>
        [
            .. Annex.Select(day => new BankHoliday
            {
                Date = new DateOnly(day.Year, day.Month, day.Day),
                Name = day.Name,
                CalendarVersion = Version,
            }),
        ];

    /// <summary>The calendar of these rows alone, for tests, demonstrations and a table not yet filled.</summary>
    public static WorkingCalendar Calendar { get; } = WorkingCalendar.Of(Rows());
}
