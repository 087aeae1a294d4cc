using System.Net.Sockets;

namespace Foster.Web.Foundation.Mail;

/// <summary>Whether the mail server lets callers in at all, said by the first line it speaks.</summary>
internal static class SmtpGreeting
{
    private const string Ready = "220";

    public static async Task<bool> IsWellAsync(MailOptions options, CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.Host, options.Port, ct);
            using var reader = new StreamReader(client.GetStream());
            return (await reader.ReadLineAsync(ct))?.StartsWith(Ready, StringComparison.Ordinal)
                == true;
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
