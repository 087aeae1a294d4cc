namespace Foster.Web.Foundation.Clock;

/// <summary>A due date that moved because the calendar changed; what the history keeps of it.</summary>
public sealed record DeadlineMove(
    DateOnly From,
    DateOnly To,
    string FromCalendar,
    string ToCalendar
);
