namespace Foster.Web.Foundation.Clock;

/// <summary>One bank holiday of England and Wales, as kept in the dated table (R-DATE-08).</summary>
public sealed class BankHoliday
{
    public DateOnly Date { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The issue of the calendar that brought this day in; issues sort as text.</summary>
    public string CalendarVersion { get; set; } = "";

    private const string ByHand = " by hand";

    /// <summary>Somebody entered it, because it was proclaimed after the issue of the calendar that we shipped.</summary>
    public bool IsByHand => CalendarVersion.EndsWith(ByHand, StringComparison.Ordinal);

    /// <summary>The issue of a calendar that somebody changes at this instant; it sorts behind all earlier ones.</summary>
    public static string IssueByHand(DateTime now) =>
        $"EW {now.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)}{ByHand}";
}
