namespace Foster.Web.Foundation.Mail;

/// <summary>One of the ways by which messages go: who takes them, and whether that is away at the moment.</summary>
/// <param name="away">How the reason begins where it took no message at all.</param>
internal sealed class OutboxLane(
    MessageChannel channel,
    string away,
    int connections,
    Func<bool> ready,
    Func<IMailLine> open
)
{
    public MessageChannel Channel => channel;
    public string Away => away;
    public int Connections => connections;
    public bool Ready => ready();
    public MailOutage Outage { get; } = new(connections);

    public IMailLine Open() => open();
}

/// <summary>Text messages need no line that is kept.</summary>
internal sealed class TextLine(ITextTransport transport) : IMailLine
{
    public Task<(Delivery Delivery, string? Error)> SendAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    ) => transport.SendAsync(message, body, ct);

    public void Dispose() { }
}
