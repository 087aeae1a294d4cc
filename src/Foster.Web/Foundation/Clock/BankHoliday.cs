namespace Foster.Web.Foundation.Clock;

/// <summary>One bank holiday of England and Wales, as kept in the dated table (R-DATE-08).</summary>
public sealed class BankHoliday
{
    public DateOnly Date { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The issue of the calendar that brought this day in; issues sort as text.</summary>
    public string CalendarVersion { get; set; } = "";
}
