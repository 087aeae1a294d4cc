using System.Globalization;

namespace Foster.Web.Foundation.Clock;

/// <summary>Dates as people here write them. The same on every machine, whatever language it is set to.</summary>
public static class BritishDate
{
    /// <summary>"6 March 2026".</summary>
    public static string Long(DateOnly day) =>
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Fri 6 March 2026".</summary>
    public static string Short(DateOnly day) =>
        day.ToString("ddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday 6 March 2026".</summary>
    public static string Full(DateOnly day) =>
        day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"March 2026".</summary>
    public static string Month(DateOnly day) =>
        day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
