namespace Foster.Web.Foundation.Mail;

/// <summary>
/// Remembers that the mail server is away, so that a long queue is not tried message by message. After as many failures as
/// there are connections, without a success between them, it rests: seconds at first, a minute at most.
/// </summary>
public sealed class MailOutage(int connections)
{
    private const int LongestSeconds = 60;
    private readonly Lock gate = new();
    private int failures;
    private DateTime from;
    private DateTime until;

    /// <summary>A program that starts does not know what a former one met.</summary>
    private bool mayWait = true;

    public bool Rests(DateTime now)
    {
        lock (gate)
        {
            return failures >= connections && now >= from && now < until;
        }
    }

    public void Met(DateTime now)
    {
        lock (gate)
        {
            failures++;
            mayWait = true;
            from = now;
            var doublings = Math.Clamp(failures - connections, 0, 4);
            until = now.AddSeconds(Math.Min(LongestSeconds, 5 << doublings));
        }
    }

    /// <summary>A message went out. True where others may be waiting for just that.</summary>
    public bool IsOver()
    {
        lock (gate)
        {
            failures = 0;
            var over = mayWait;
            mayWait = false;
            return over;
        }
    }
}
