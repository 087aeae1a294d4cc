namespace Foster.Web.Foundation.Clock;

/// <summary>When something is due and how that was counted.</summary>
/// <param name="On">The due day in London.</param>
/// <param name="At">The last instant: 23:59 of that day, or the hour itself for rules in clock hours.</param>
/// <param name="LastWorkingDay">The due day, or the last working day before it.</param>
/// <param name="Explanation">The count, written out.</param>
public sealed record Due(DateOnly On, DateTime At, DateOnly LastWorkingDay, Explanation Explanation)
{
    /// <summary>The first day on which it is over: expired from, earliest disposal.</summary>
    public DateOnly DayAfter => On.AddDays(1);
}
