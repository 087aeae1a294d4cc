using System.Net.Sockets;
using System.Text;

namespace Foster.TestKit;

/// <summary>One connection to the sink: as many messages as the caller likes.</summary>
internal sealed class SmtpConversation(SmtpSink sink, TcpClient client)
{
    // Latin-1 keeps every byte as one character, so nothing is lost before the message is decoded.
    private static readonly Encoding Bytes = Encoding.Latin1;

    private readonly List<string> recipients = [];
    private string? sender;

    public async Task RunAsync(CancellationToken ending)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Bytes);
                await using var writer = new StreamWriter(stream, Bytes)
                {
                    AutoFlush = true,
                    NewLine = "\r\n",
                };
                await TalkAsync(reader, writer, ending);
            }
        }
        catch (Exception e)
            when (e is IOException or SocketException or OperationCanceledException or Cut)
        {
            // The caller left, the sink is closing, or the manner was to hang up.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer, CancellationToken ending)
    {
        if (!await PassesAsync(SmtpStage.Connect, writer, ending))
        {
            return;
        }

        await writer.WriteLineAsync("220 sink.example ESMTP");
        while (await reader.ReadLineAsync(ending) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" when await PassesAsync(SmtpStage.Hello, writer, ending):
                    await writer.WriteLineAsync("250-sink.example");
                    await writer.WriteLineAsync("250-8BITMIME");
                    await writer.WriteLineAsync("250 SIZE 26214400");
                    break;
                case "HELO" when await PassesAsync(SmtpStage.Hello, writer, ending):
                    await writer.WriteLineAsync("250 sink.example");
                    break;
                case "MAIL" when await PassesAsync(SmtpStage.Sender, writer, ending):
                    Forget();
                    sender = Address(line);
                    await writer.WriteLineAsync("250 sender ok");
                    break;
                case "RCPT" when sender is null:
                    await writer.WriteLineAsync("503 MAIL first");
                    break;
                case "RCPT"
                    when await PassesAsync(SmtpStage.Recipient, writer, ending, Address(line)):
                    recipients.Add(Address(line));
                    await writer.WriteLineAsync("250 recipient ok");
                    break;
                case "DATA" when recipients.Count == 0:
                    await writer.WriteLineAsync("503 RCPT first");
                    break;
                case "DATA" when await PassesAsync(SmtpStage.Data, writer, ending):
                    await writer.WriteLineAsync("354 end with a dot on a line of its own");
                    await TakeAsync(await ReadMessageAsync(reader, ending), writer, ending);
                    break;
                case "RSET":
                    Forget();
                    await writer.WriteLineAsync("250 forgotten");
                    break;
                case "NOOP":
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 goodbye");
                    return;
                case "EHLO" or "HELO" or "MAIL" or "RCPT" or "DATA":
                    break;
                default:
                    await writer.WriteLineAsync("502 not understood");
                    break;
            }
        }
    }

    private async Task TakeAsync(string message, StreamWriter writer, CancellationToken ending)
    {
        if (!await PassesAsync(SmtpStage.Message, writer, ending))
        {
            Forget();
            return;
        }

        sink.Keep(ReceivedMail.Parse(sender!, [.. recipients], message));
        if (await PassesAsync(SmtpStage.Kept, writer, ending))
        {
            await writer.WriteLineAsync("250 kept");
        }

        Forget();
    }

    private static async Task<string> ReadMessageAsync(
        StreamReader reader,
        CancellationToken ending
    )
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(ending) is { } line)
        {
            if (line == ".")
            {
                return message.ToString();
            }

            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        throw new Cut();
    }

    /// <summary>True when the conversation goes on; otherwise the refusal has been said.</summary>
    private async Task<bool> PassesAsync(
        SmtpStage stage,
        StreamWriter writer,
        CancellationToken ending,
        string? address = null
    )
    {
        var manner = Manner(address);
        if (manner == SmtpManner.Accepts || manner.Stage != stage)
        {
            return true;
        }

        await Task.Delay(manner.Wait, ending);
        if (manner.Drop)
        {
            client.Client.LingerState = new LingerOption(true, 0);
            throw new Cut();
        }

        if (manner.Code is not { } code)
        {
            return true;
        }

        await writer.WriteLineAsync($"{code} {manner.Text}");
        return false;
    }

    private SmtpManner Manner(string? address)
    {
        var own = recipients
            .Append(address)
            .Select(sink.MannerFor)
            .FirstOrDefault(m => m != sink.Manner);
        return own ?? sink.Manner;
    }

    private void Forget()
    {
        sender = null;
        recipients.Clear();
    }

    private static string Address(string line)
    {
        var from = line.IndexOf('<', StringComparison.Ordinal);
        var to = line.IndexOf('>', StringComparison.Ordinal);
        return from >= 0 && to > from
            ? line[(from + 1)..to]
            : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private sealed class Cut : Exception;
}
