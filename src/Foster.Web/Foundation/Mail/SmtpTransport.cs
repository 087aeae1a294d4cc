using System.Net.Mail;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Mail;

/// <summary>The framework's own SMTP client. It writes no Message-ID of its own, so ours stays the same on repeats.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    public bool Ready => options.Value.Host.Length > 0;

    public IMailLine Open() => new SmtpLine(options.Value);
}

/// <summary>It keeps its connection between messages by itself.</summary>
internal sealed class SmtpLine(MailOptions options) : KeptLine<SmtpClient>
{
    /// <summary>530: the server wants a sign-in or encryption first, which is no fault of the address.</summary>
    private const SmtpStatusCode NotLetIn = SmtpStatusCode.MustIssueStartTlsFirst;
    private const int TooBig = 552;
    private const int NotTaken = 554;

    private SmtpClient Dial()
    {
        var fresh = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
        if (options.User.Length > 0)
            fresh.Credentials = new System.Net.NetworkCredential(options.User, options.Password);
        return fresh;
    }

    protected override async Task<(Delivery Delivery, string? Error)> HandOverAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    )
    {
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
            Client ??= Dial();
            // The client itself goes on waiting for a server that has the message and says nothing.
            await Client.SendMailAsync(mail, limit.Token).WaitAsync(limit.Token);
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
