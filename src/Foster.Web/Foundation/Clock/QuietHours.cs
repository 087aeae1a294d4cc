namespace Foster.Web.Foundation.Clock;

/// <summary>Between 8 in the evening and 8 in the morning nobody is sent what can wait.</summary>
public static class QuietHours
{
    private static readonly TimeOnly From = new(20, 0);
    private static readonly TimeOnly Until = new(8, 0);

    /// <summary>The instant itself, or 8 in the morning where it falls into the night.</summary>
    public static DateTime After(DateTime utc)
    {
        var wall = London.Wall(utc);
        var (day, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        return time < Until ? London.ToUtc(day, Until)
            : time >= From ? London.ToUtc(day.AddDays(1), Until)
            : utc;
    }
}
