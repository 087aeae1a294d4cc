namespace Foster.Web.Foundation.Mail;

/// <summary>Settings of the mail server (section Mail).</summary>
public sealed class MailOptions
{
    /// <summary>Empty: nothing is sent and messages wait in the outbox.</summary>
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;
    public string User { get; set; } = "";
    public string Password { get; set; } = "";
    public bool StartTls { get; set; } = true;
    public string From { get; set; } = "fostering@foster.example";
    public string FromName { get; set; } = "Foster";

    /// <summary>Seconds between looks for due mail.</summary>
    public int PollSeconds { get; set; } = 5;

    /// <summary>How many messages are handed over at a time, each on a connection of its own.</summary>
    public int Connections { get; set; } = 12;

    /// <summary>Seconds that a mail server may take for one message.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>What came of handing a message to the mail server.</summary>
public enum Delivery
{
    Accepted,

    /// <summary>Not this message now, such as a full mailbox.</summary>
    TryAgain,

    /// <summary>The server could not be reached, or takes no mail from us: it would be the same for any message.</summary>
    Away,

    /// <summary>Never this message, such as an address that does not exist.</summary>
    RefusedForGood,
}

/// <summary>The way to a mail server.</summary>
public interface IMailTransport
{
    /// <summary>False while no server is configured.</summary>
    bool Ready { get; }

    /// <summary>A line for the messages of one sender, one after the other. Nothing is dialled before the first.</summary>
    IMailLine Open();
}

/// <summary>One line to a mail server. It is kept between messages and dialled again after a failure.</summary>
public interface IMailLine : IDisposable
{
    /// <summary>So many messages go over one connection, since servers end those that go on for ever.</summary>
    const int Most = 50;

    Task<(Delivery Delivery, string? Error)> SendAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    );
}
