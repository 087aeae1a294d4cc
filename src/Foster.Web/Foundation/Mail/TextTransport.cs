using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Mail;

/// <summary>Settings of text messages (section Texts).</summary>
public sealed class TextOptions
{
    public const string Section = "Texts";

    /// <summary>Who sends them. Empty: there are none.</summary>
    public string Provider { get; set; } = "";
}

/// <summary>Hands one text message to whoever sends it.</summary>
public interface ITextTransport
{
    /// <summary>As the settings name it.</summary>
    string Provider { get; }

    Task<(Delivery Delivery, string? Error)> SendAsync(
        OutboxMessage message,
        string words,
        CancellationToken ct
    );
}

/// <summary>Sends nothing: writes kind and id to the log, and neither number nor words.</summary>
public sealed partial class LogTextTransport(ILogger<LogTextTransport> log) : ITextTransport
{
    public const string Name = "log";

    public string Provider => Name;

    public Task<(Delivery Delivery, string? Error)> SendAsync(
        OutboxMessage message,
        string words,
        CancellationToken ct
    )
    {
        Texted(message.Kind, message.MessageId);
        return Task.FromResult((Delivery.Accepted, (string?)null));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Text message {Kind} {MessageId}")]
    private partial void Texted(string kind, string messageId);
}

/// <summary>Whether text messages are sent in this installation, and by whom.</summary>
public sealed class TextChannel
{
    private readonly ITextTransport? transport;

    /// <summary>Stops the start where the settings name a provider that is not there.</summary>
    public TextChannel(IEnumerable<ITextTransport> transports, IOptions<TextOptions> options)
    {
        var named = options.Value.Provider;
        if (named.Length == 0)
            return;
        transport =
            transports.FirstOrDefault(t => t.Provider == named)
            ?? throw new InvalidOperationException(Unknown(named));
    }

    /// <summary>The providers that this build contains.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = [LogTextTransport.Name];

    public bool IsOn => transport is not null;

    public ITextTransport Transport =>
        transport ?? throw new InvalidOperationException("Text messages are off.");

    public static string Unknown(string provider) =>
        $"{TextOptions.Section}:Provider: there is no provider “{provider}”. Set {string.Join(" or ", BuiltIn)}, or leave it empty.";
}

/// <summary>To which number a text goes, found when it is sent: a number, why there is none, or neither.</summary>
public sealed record TextNumber(string? Number, string? WhyNone)
{
    /// <summary>Nobody wants one, so nothing is sent and nothing is kept.</summary>
    public static TextNumber Unwanted { get; } = new(null, null);
}

/// <summary>Knows people's numbers and whether they want texts.</summary>
public interface ITextNumbers
{
    Task<TextNumber> FindAsync(OutboxMessage text, CancellationToken ct);
}
