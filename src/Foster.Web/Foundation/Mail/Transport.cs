using System.Net.Mail;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;

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
    public int Connections { get; set; } = 4;

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

/// <summary>Hands one message to a mail server.</summary>
public interface IMailTransport
{
    /// <summary>False while no server is configured.</summary>
    bool Ready { get; }

    Task<(Delivery Delivery, string? Error)> SendAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    );
}

/// <summary>The framework's own SMTP client. It writes no Message-ID of its own, so ours stays the same on repeats.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    /// <summary>530: the server wants a sign-in or encryption first, which is no fault of the address.</summary>
    private const SmtpStatusCode NotLetIn = SmtpStatusCode.MustIssueStartTlsFirst;
    private const int TooBig = 552;
    private const int NotTaken = 554;
    private readonly MailOptions options = options.Value;

    public bool Ready => options.Host.Length > 0;

    public async Task<(Delivery Delivery, string? Error)> SendAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    )
    {
        using var client = new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.StartTls,
        };
        if (options.User.Length > 0)
            client.Credentials = new System.Net.NetworkCredential(options.User, options.Password);
        using var mail = new MailMessage
        {
            From = new MailAddress(options.From, options.FromName, Encoding.UTF8),
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = body,
            BodyEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", message.MessageId);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            mail.To.Add(new MailAddress(message.Recipient));
            // The client itself goes on waiting for a server that has the message and says nothing.
            await client.SendMailAsync(mail, limit.Token).WaitAsync(limit.Token);
            return (Delivery.Accepted, null);
        }
        catch (FormatException)
        {
            return (Delivery.RefusedForGood, "The address is not one that mail can be sent to.");
        }
        catch (SmtpFailedRecipientException e) when (e.StatusCode is not NotLetIn)
        {
            var code = (int)e.StatusCode;
            return code >= 500
                ? (Delivery.RefusedForGood, $"The mail server refused this address ({code}).")
                : (
                    Delivery.TryAgain,
                    $"The mail server takes nothing for this address now ({code})."
                );
        }
        catch (SmtpException e)
        {
            // The same codes greet a caller who is not wanted: what greets us well meant this message alone.
            var code = (int)e.StatusCode;
            var isOfThis = code is TooBig or NotTaken or (>= 450 and <= 452);
            if (!isOfThis || !await SmtpGreeting.IsWellAsync(options, limit.Token))
                return (Delivery.Away, $"{OutboxMessage.ServerAway} ({code})");
            return code >= 500
                ? (Delivery.RefusedForGood, $"The mail server refused this message ({code}).")
                : (Delivery.TryAgain, $"The mail server does not take this message now ({code}).");
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return (Delivery.Away, $"{OutboxMessage.ServerAway} ({e.GetType().Name})");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (Delivery.Away, $"{OutboxMessage.ServerAway} (no answer in time)");
        }
    }
}
