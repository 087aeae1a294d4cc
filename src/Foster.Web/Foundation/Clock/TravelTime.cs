namespace Foster.Web.Foundation.Clock;

/// <summary>The machine's clock, which demonstration data winds back while it plays through the real operations.</summary>
public sealed class TravelTime : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Elsewhere = new();

    /// <summary>Where the calling flow of control has been moved to, for other clocks that must follow.</summary>
    public static DateTimeOffset? MovedTo => Elsewhere.Value;

    public override DateTimeOffset GetUtcNow() => Elsewhere.Value ?? System.GetUtcNow();

    /// <summary>Moves the clock for the calling flow of control; null brings it back.</summary>
    public static void MoveTo(DateTimeOffset? instant) => Elsewhere.Value = instant;
}
