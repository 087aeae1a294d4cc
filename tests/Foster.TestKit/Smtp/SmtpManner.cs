namespace Foster.TestKit;

/// <summary>The moments of a conversation at which a mail server can misbehave.</summary>
public enum SmtpStage
{
    Connect,
    Hello,
    Sender,
    Recipient,
    Data,

    /// <summary>After the whole message, before it is kept.</summary>
    Message,

    /// <summary>After the message is kept, before the sender is told: the sender cannot know.</summary>
    Kept,
}

/// <summary>How the sink treats its callers.</summary>
public sealed record SmtpManner
{
    private SmtpManner() { }

    public static SmtpManner Accepts { get; } = new();

    public SmtpStage Stage { get; private init; }

    public int? Code { get; private init; }

    public string Text { get; private init; } = "";

    public bool Drop { get; private init; }

    public TimeSpan Wait { get; private init; }

    /// <summary>Says no: 4xx for now, 5xx for good.</summary>
    public static SmtpManner Refuses(
        int code,
        string text = "refused",
        SmtpStage at = SmtpStage.Recipient
    ) =>
        new()
        {
            Stage = at,
            Code = code,
            Text = text,
        };

    /// <summary>Takes the call and never answers.</summary>
    public static SmtpManner Hangs(SmtpStage at = SmtpStage.Message) =>
        new() { Stage = at, Wait = Timeout.InfiniteTimeSpan };

    /// <summary>Cuts the connection.</summary>
    public static SmtpManner Drops(SmtpStage at = SmtpStage.Message) =>
        new() { Stage = at, Drop = true };

    /// <summary>Answers in the end.</summary>
    public static SmtpManner Slow(TimeSpan wait, SmtpStage at = SmtpStage.Message) =>
        new() { Stage = at, Wait = wait };
}
