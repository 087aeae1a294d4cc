using global::MailKit;
using global::MailKit.Net.Smtp;
using global::MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Foster.Web.Foundation.Mail;

/// <summary>MailKit in the place of the framework's client: implicit TLS on port 465, and answers of the server in full.</summary>
public sealed class MailKitTransport(IOptions<MailOptions> options) : IMailTransport
{
    public bool Ready => options.Value.Host.Length > 0;

    public IMailLine Open() => new MailKitLine(options.Value);
}

/// <summary>Connected and signed in once, for all its messages.</summary>
internal sealed class MailKitLine(MailOptions options) : KeptLine<SmtpClient>
{
    private const int ImplicitTlsPort = 465;

    /// <summary>530: the server wants a sign-in or encryption first, which is no fault of the address.</summary>
    private const int NotLetIn = 530;

    protected override async Task<(Delivery Delivery, string? Error)> HandOverAsync(
        OutboxMessage message,
        string body,
        CancellationToken ct
    )
    {
        if (!MailboxAddress.TryParse(message.Recipient, out var recipient))
            return (Delivery.RefusedForGood, "The address is not one that mail can be sent to.");
        using var mail = new MimeMessage { Subject = message.Subject };
        mail.From.Add(new MailboxAddress(options.FromName, options.From));
        mail.To.Add(recipient);
        mail.MessageId = message.MessageId.Trim('<', '>');
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Body = new TextPart("plain") { Text = body };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            await (Client ??= await DialAsync(limit.Token)).SendAsync(mail, limit.Token);
            return (Delivery.Accepted, null);
        }
        catch (SmtpCommandException e)
            when (e.ErrorCode
                    is SmtpErrorCode.RecipientNotAccepted
                        or SmtpErrorCode.MessageNotAccepted
            )
        {
            var code = (int)e.StatusCode;
            return code is >= 500 and not NotLetIn
                ? (Delivery.RefusedForGood, $"The mail server refused this message ({code}).")
                : (Delivery.TryAgain, $"The mail server does not take this message now ({code}).");
        }
        catch (SmtpCommandException e)
        {
            return (Delivery.Away, $"{OutboxMessage.ServerAway} ({(int)e.StatusCode})");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (Delivery.Away, $"{OutboxMessage.ServerAway} (no answer in time)");
        }
        catch (Exception e)
            when (e
                    is ProtocolException
                        or AuthenticationException
                        or SslHandshakeException
                        or IOException
                        or System.Net.Sockets.SocketException
            )
        {
            return (Delivery.Away, $"{OutboxMessage.ServerAway} ({e.GetType().Name})");
        }
    }

    private SecureSocketOptions Security() =>
        !options.StartTls ? SecureSocketOptions.None
        : options.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    private async Task<SmtpClient> DialAsync(CancellationToken ct)
    {
        var fresh = new SmtpClient();
        try
        {
            await fresh.ConnectAsync(options.Host, options.Port, Security(), ct);
            if (options.User.Length > 0)
                await fresh.AuthenticateAsync(options.User, options.Password, ct);
            return fresh;
        }
        catch
        {
            fresh.Dispose();
            throw;
        }
    }
}
