namespace Foster.Web.Foundation.Clock;

/// <summary>The one time zone of the service, and the way between its days and instants in UTC.</summary>
public static class London
{
    private static readonly TimeOnly LastMinute = new(23, 59);

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>What a clock on the wall in London shows at this instant.</summary>
    public static DateTime Wall(DateTime utc) =>
        DateTime.SpecifyKind(
            TimeZoneInfo.ConvertTimeFromUtc(AsUtc(utc), Zone),
            DateTimeKind.Unspecified
        );

    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(Wall(utc));

    /// <summary>The last minute of that day, 23:59 in London.</summary>
    public static DateTime EndOfDayUtc(DateOnly day) => ToUtc(day, LastMinute);

    public static DateTime StartOfDayUtc(DateOnly day) => ToUtc(day, TimeOnly.MinValue);

    /// <summary>The instant of a time in London. A time that the spring change skips moves on by the hour that is
    /// lost; of a time that the autumn change repeats, the first is meant.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        var offset =
            Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max()
            : Zone.IsInvalidTime(wall) ? Zone.GetUtcOffset(wall.AddHours(-1))
            : Zone.GetUtcOffset(wall);
        return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
    }

    /// <summary>Databases hand instants back without a kind; they are UTC. A local time is a mistake.</summary>
    public static DateTime AsUtc(DateTime instant) =>
        instant.Kind switch
        {
            DateTimeKind.Utc => instant,
            DateTimeKind.Unspecified => DateTime.SpecifyKind(instant, DateTimeKind.Utc),
            _ => throw new ArgumentException("An instant must be in UTC.", nameof(instant)),
        };
}
