using System.Globalization;
using Foster.Web.Foundation.Clock;

namespace Foster.TestKit;

/// <summary>
/// A clock that stands still until it is told otherwise. Times are said as London says them.
/// Its timers fire when real time is up, as anywhere, or earlier when the clock is moved past them,
/// so a background loop neither hangs a test nor has to be waited for. Demonstration data winds it back while it plays.
/// </summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/London"
    );

    private readonly Lock gate = new();
    private readonly HashSet<MovableTimer> timers = [];
    private DateTimeOffset now = now.ToUniversalTime();

    /// <summary>A Friday morning in term time, between two bank holidays.</summary>
    public TestClock()
        : this(Instant("2026-05-15 10:00")) { }

    public override TimeZoneInfo LocalTimeZone => Zone;

    /// <summary>A clock that stands at a London time, such as "2026-05-22 18:05".</summary>
    public static TestClock At(string london) => new(Instant(london));

    /// <summary>
    /// The instant of a London time. In the hour that comes twice say which: "2026-10-25 01:30 BST" or "… GMT".
    /// </summary>
    public static DateTimeOffset Instant(string london)
    {
        var zone =
            london.EndsWith(" BST", StringComparison.Ordinal) ? "BST"
            : london.EndsWith(" GMT", StringComparison.Ordinal) ? "GMT"
            : null;
        var wall = DateTime.ParseExact(
            zone is null ? london : london[..^4],
            ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None
        );
        if (Zone.IsInvalidTime(wall))
        {
            throw new ArgumentException($"London has no {london}: the clocks go forward.");
        }

        if (zone is null && Zone.IsAmbiguousTime(wall))
        {
            throw new ArgumentException($"London has {london} twice: say BST or GMT.");
        }

        var offset =
            zone is null ? Zone.GetUtcOffset(wall)
            : zone == "BST" ? TimeSpan.FromHours(1)
            : TimeSpan.Zero;
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    /// <summary>The calendar date in Zone.</summary>
    public DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(GetUtcNow(), Zone).DateTime);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return TravelTime.MovedTo ?? now;
        }
    }

    /// <summary>Moves to a London time, forward or back.</summary>
    public void Set(string london) => Set(Instant(london));

    public void Set(DateTimeOffset instant)
    {
        lock (gate)
        {
            now = instant.ToUniversalTime();
            foreach (var timer in timers.Where(t => t.DueAt <= now).ToList())
            {
                timer.FireNow();
            }
        }
    }

    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    /// <summary>Moves by whole London days, so the hour on the wall stays the same over a clock change.</summary>
    public void AdvanceDays(int days)
    {
        var wall = TimeZoneInfo.ConvertTime(GetUtcNow(), Zone).DateTime.AddDays(days);
        if (Zone.IsInvalidTime(wall))
        {
            wall = wall.AddHours(1);
        }

        Set(new DateTimeOffset(wall, Zone.GetUtcOffset(wall)));
    }

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new MovableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class MovableTimer : ITimer
    {
        private readonly TestClock clock;
        private readonly Timer real;
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public MovableTimer(TestClock clock, TimerCallback callback, object? state)
        {
            this.clock = clock;
            real = new Timer(_ =>
            {
                Rearm();
                callback(state);
            });
        }

        public DateTimeOffset DueAt { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                period = newPeriod > TimeSpan.Zero ? newPeriod : Timeout.InfiniteTimeSpan;
                Await(dueTime);
                // Within the gate, or a clock that is moved at this moment would fire it and be forgotten.
                return real.Change(dueTime, period);
            }
        }

        /// <summary>Real time zero: the callback runs on the pool, never inside the test's own call.</summary>
        public void FireNow() => real.Change(TimeSpan.Zero, period);

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }

            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Rearm()
        {
            lock (clock.gate)
            {
                Await(period);
            }
        }

        private void Await(TimeSpan time)
        {
            if (time < TimeSpan.Zero)
            {
                DueAt = DateTimeOffset.MaxValue;
                clock.timers.Remove(this);
            }
            else
            {
                DueAt = clock.now + time;
                clock.timers.Add(this);
            }
        }
    }
}
