namespace Foster.Web.Foundation.Clock;

/// <summary>The machine's clock, which demonstration data winds back while it plays through the real operations.</summary>
public sealed class TravelTime : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Elsewhere = new();

    public override DateTimeOffset GetUtcNow() => Elsewhere.Value ?? System.GetUtcNow();

    /// <summary>Moves the clock for the calling flow of control; null brings it back.</summary>
    public static void MoveTo(DateTimeOffset? instant) => Elsewhere.Value = instant;
}
