using System.Globalization;

namespace Foster.Web.Foundation.Clock;

/// <summary>Times as people here write them: "9am", "6:05pm", "midday", "midnight".</summary>
public static class BritishTime
{
    public static string Of(TimeOnly time) =>
        time switch
        {
            { Hour: 0, Minute: 0 } => "midnight",
            { Hour: 12, Minute: 0 } => "midday",
            { Minute: 0 } => Lower(time, "htt"),
            _ => Lower(time, "h:mmtt"),
        };

    /// <summary>"6 March 2026 at 6:05pm", in London.</summary>
    public static string Long(DateTime utc)
    {
        var wall = London.Wall(utc);
        return BritishDate.Long(DateOnly.FromDateTime(wall))
            + " at "
            + Of(TimeOnly.FromDateTime(wall));
    }

    /// <summary>"Fri 6 March 2026 at 6:05pm", in London.</summary>
    public static string Short(DateTime utc)
    {
        var wall = London.Wall(utc);
        return BritishDate.Short(DateOnly.FromDateTime(wall))
            + " at "
            + Of(TimeOnly.FromDateTime(wall));
    }

    private static string Lower(TimeOnly time, string format) =>
        time.ToString(format, CultureInfo.InvariantCulture).ToLowerInvariant();
}
