namespace Foster.Web.Foundation.Clock;

public enum DeadlineStatus
{
    Open,
    Met,
    Missed,
    Waived,
    Cancelled,
}

/// <summary>How people say it.</summary>
public static class DeadlineStatuses
{
    public static string Title(this DeadlineStatus status) =>
        status switch
        {
            DeadlineStatus.Open => "Open",
            DeadlineStatus.Met => "Done in time",
            DeadlineStatus.Missed => "Done late",
            DeadlineStatus.Waived => "Waived",
            _ => "No longer needed",
        };
}
