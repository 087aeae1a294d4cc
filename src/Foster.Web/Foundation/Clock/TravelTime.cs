namespace Foster.Web.Foundation.Clock;

/// <summary>The machine's clock, which demonstration data winds back while it plays through the real operations.</summary>
/// <param name="clock">The clock it moves; the machine's unless a test brings its own.</param>
public sealed class TravelTime(TimeProvider clock) : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Elsewhere = new();

    public TravelTime()
        : this(System) { }

    public override DateTimeOffset GetUtcNow() => Elsewhere.Value ?? clock.GetUtcNow();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock for the calling flow of control; null brings it back.</summary>
    public static void MoveTo(DateTimeOffset? instant) => Elsewhere.Value = instant;
}
