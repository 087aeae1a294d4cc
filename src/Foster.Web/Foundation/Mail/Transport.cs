using System.Net.Mail;
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
}

/// <summary>What came of handing a message to the mail server.</summary>
public enum Delivery
{
    Accepted,
    TryAgain,
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
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            mail.To.Add(new MailAddress(message.Recipient));
            await client.SendMailAsync(mail, limit.Token);
            return (Delivery.Accepted, null);
        }
        catch (FormatException)
        {
            return (Delivery.RefusedForGood, "The address is not one that mail can be sent to.");
        }
        catch (SmtpException e)
        {
            var code = (int)e.StatusCode;
            return (
                code is >= 500 and < 600 ? Delivery.RefusedForGood : Delivery.TryAgain,
                $"SMTP {code}"
            );
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (Delivery.TryAgain, "The mail server did not answer in time.");
        }
    }
}
