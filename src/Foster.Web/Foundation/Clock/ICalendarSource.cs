namespace Foster.Web.Foundation.Clock;

/// <summary>Where the calendar in force comes from.</summary>
public interface ICalendarSource
{
    ValueTask<WorkingCalendar> CurrentAsync(CancellationToken ct);

    /// <summary>The table was changed here; other nodes read it anew within a minute.</summary>
    void Forget() { }
}
