namespace Foster.Web.Foundation.Mail;

/// <summary>A line with one client, which is let go after a failure and after so many messages.</summary>
internal abstract class KeptLine<TClient> : IMailLine
    where TClient : class, IDisposable
{
    private int sent;

    /// <summary>Connected, or about to be; null before the first message and after a failure.</summary>
    protected TClient? Client { get; set; }

    public async Task<(Delivery Delivery, string? Error)> SendAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    )
    {
        var (delivery, error) = await HandOverAsync(message, body, ct);
        // After anything but a taken message nobody knows in what state the conversation is.
        if (delivery != Delivery.Accepted || ++sent >= IMailLine.Most)
            Dispose();
        return (delivery, error);
    }

    public void Dispose()
    {
        Client?.Dispose();
        (Client, sent) = (null, 0);
    }

    protected abstract Task<(Delivery Delivery, string? Error)> HandOverAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    );
}
