namespace Foster.Web.Foundation.Clock;

public enum DeadlineStatus
{
    Open,
    Met,
    Missed,
    Waived,
    Cancelled,
}
