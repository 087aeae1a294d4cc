namespace Foster.Web.Foundation.Clock;

/// <summary>What time it is: instants in UTC, days in London (R-DATE-07).</summary>
public sealed class LondonClock(TimeProvider time)
{
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => London.DateOf(Now);

    /// <summary>What a clock on the wall in London shows at this instant.</summary>
    public DateTime ToLondon(DateTime utc) => London.Wall(utc);

    public DateOnly DateOf(DateTime utc) => London.DateOf(utc);

    /// <summary>The last minute of that day in London, as an instant.</summary>
    public DateTime EndOfDayUtc(DateOnly day) => London.EndOfDayUtc(day);

    /// <summary>The instant of a time in London, also on the nights when the clocks change.</summary>
    public DateTime FromLondon(DateOnly day, TimeOnly time) => London.ToUtc(day, time);
}
