using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Files;

/// <summary>
/// Asks ClamAV's daemon by its own protocol: INSTREAM, pieces with their length before, and one answer. It connects to
/// the configured address and nowhere else. Only the exact words for "clean" are taken for it.
/// </summary>
public sealed class ClamdScanner(IOptions<UploadOptions> options) : IFileScanner
{
    private const int PieceLength = 64 * 1024;
    private const int LongestAnswer = 1_024;
    private const string CleanAnswer = "stream: OK";
    private const string Stream = "stream: ";
    private const string Found = " FOUND";

    public async Task<ScanResult> ScanAsync(
        ReadOnlyMemory<byte> content,
        TimeSpan patience,
        CancellationToken ct
    )
    {
        try
        {
            var answer = await AskAsync("zINSTREAM\0", content, patience, ct);
            if (answer == CleanAnswer)
                return new ScanResult(ScanVerdict.Clean);
            return
                answer.StartsWith(Stream, StringComparison.Ordinal)
                && answer.EndsWith(Found, StringComparison.Ordinal)
                ? new ScanResult(ScanVerdict.Infected, Name(answer))
                : await NeitherAsync("it gave another answer", ct);
        }
        catch (Exception e) when (IsAway(e, ct))
        {
            return await NeitherAsync(e.GetType().Name, ct);
        }
    }

    /// <summary>Whether the daemon is away or only could not judge this file is told by whether it answers at all.</summary>
    private async Task<ScanResult> NeitherAsync(string why, CancellationToken ct) =>
        new(
            await AnswersAsync(TimeSpan.FromSeconds(options.Value.AnswerSeconds), ct)
                ? ScanVerdict.Unjudged
                : ScanVerdict.Unknown,
            why
        );

    public async Task<bool> AnswersAsync(TimeSpan patience, CancellationToken ct)
    {
        try
        {
            return await AskAsync("zPING\0", null, patience, ct) == "PONG";
        }
        catch (Exception e) when (IsAway(e, ct))
        {
            return false;
        }
    }

    private async Task<string> AskAsync(
        string command,
        ReadOnlyMemory<byte>? content,
        TimeSpan patience,
        CancellationToken ct
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        using var socket = await ConnectAsync(limit.Token);
        await SendAsync(socket, Encoding.ASCII.GetBytes(command), limit.Token);
        if (content is { } bytes)
            await StreamAsync(socket, bytes, limit.Token);
        return await AnswerAsync(socket, limit.Token);
    }

    private static async Task StreamAsync(
        Socket socket,
        ReadOnlyMemory<byte> bytes,
        CancellationToken ct
    )
    {
        var length = new byte[sizeof(uint)];
        try
        {
            while (!bytes.IsEmpty)
            {
                var piece = bytes[..Math.Min(PieceLength, bytes.Length)];
                BinaryPrimitives.WriteUInt32BigEndian(length, (uint)piece.Length);
                await SendAsync(socket, length, ct);
                await SendAsync(socket, piece, ct);
                bytes = bytes[piece.Length..];
            }
            BinaryPrimitives.WriteUInt32BigEndian(length, 0);
            await SendAsync(socket, length, ct);
        }
        catch (SocketException)
        {
            // It has said before the end what it thinks, such as that this is too large for it.
        }
    }

    private static async Task SendAsync(
        Socket socket,
        ReadOnlyMemory<byte> bytes,
        CancellationToken ct
    )
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, ct)..];
    }

    private static async Task<string> AnswerAsync(Socket socket, CancellationToken ct)
    {
        var space = new byte[LongestAnswer];
        var length = 0;
        while (length < space.Length)
        {
            var read = await socket.ReceiveAsync(space.AsMemory(length), ct);
            if (read == 0)
                return "";
            length += read;
            var end = space.AsSpan(0, length).IndexOf((byte)0);
            if (end >= 0)
                return Encoding.ASCII.GetString(space, 0, end);
        }
        return "";
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var address = options.Value.ScannerAddress;
        var socket = address.StartsWith('/')
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.StartsWith('/'))
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(address), ct);
            else
            {
                var (host, port) =
                    ScannerAddress.Of(address)
                    ?? throw new InvalidOperationException(
                        "Files:ScannerAddress names no host and port."
                    );
                await socket.ConnectAsync(host, port, ct);
            }
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Letters, digits and a few signs, whatever comes over the wire.</summary>
    private static string Name(string answer) =>
        new([
            .. answer[Stream.Length..^Found.Length]
                .Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/')
                .Take(100),
        ]);

    private static bool IsAway(Exception e, CancellationToken ct) =>
        e is SocketException or IOException or InvalidOperationException
        || (e is OperationCanceledException && !ct.IsCancellationRequested);
}

/// <summary>A host and a port with a colon between them.</summary>
public static class ScannerAddress
{
    public static (string Host, int Port)? Of(string address)
    {
        var colon = address.LastIndexOf(':');
        return
            colon > 0
            && int.TryParse(
                address.AsSpan(colon + 1),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var port
            )
            && port is > 0 and <= 65_535
            ? (address[..colon].Trim('[', ']'), port)
            : null;
    }
}
