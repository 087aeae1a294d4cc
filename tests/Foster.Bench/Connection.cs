using System.Net.Sockets;
using System.Text;

namespace Foster.Bench;

/// <summary>An answer as far as the benchmark looks at it.</summary>
internal readonly record struct Answer(int Status, string Head);

/// <summary>
/// One kept-alive HTTP/1.1 connection that sends ready-made requests and reads answers. It does as little as it can,
/// since it shares the processors with the server that is being measured.
/// </summary>
internal sealed class Connection(int port) : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();
    private readonly byte[] buffer = new byte[256 * 1024];
    private Socket? socket;

    public static byte[] Get(string path, string cookies = "") =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{Cookie(cookies)}\r\n");

    public static byte[] Post(string path, string form, string cookies = "") =>
        Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + $"Content-Length: {form.Length}\r\n{Cookie(cookies)}\r\n{form}"
        );

    /// <summary>Sends and reads the whole answer.</summary>
    public async ValueTask<Answer> SendAsync(byte[] request)
    {
        var open = socket ??= await OpenAsync();
        await open.SendAsync(request);
        var (read, headEnd) = (0, -1);
        while (headEnd < 0)
        {
            read += await MoreAsync(open, read);
            headEnd = buffer.AsSpan(0, read).IndexOf(HeadEnd);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, headEnd + 2);
        if (LengthOf(head) is { } length)
        {
            while (read < headEnd + HeadEnd.Length + length)
            {
                read += await MoreAsync(open, read);
            }
        }
        else if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            while (!buffer.AsSpan(headEnd, read - headEnd).EndsWith(LastChunk))
            {
                read += await MoreAsync(open, read);
            }
        }

        Length = read;
        return new(int.Parse(head.AsSpan(9, 3)), head);
    }

    /// <summary>How many bytes the last answer had.</summary>
    public int Length { get; private set; }

    /// <summary>The last answer as text.</summary>
    public string Text => Encoding.UTF8.GetString(buffer, 0, Length);

    public void Dispose() => socket?.Dispose();

    private static string Cookie(string cookies) =>
        cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "";

    private static int? LengthOf(string head)
    {
        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var end = head.IndexOf('\r', at);
        return int.Parse(head.AsSpan(at + name.Length, end - at - name.Length));
    }

    private async ValueTask<int> MoreAsync(Socket open, int read)
    {
        var more = await open.ReceiveAsync(buffer.AsMemory(read));
        return more > 0 ? more : throw new IOException("The server closed the connection.");
    }

    private async Task<Socket> OpenAsync()
    {
        var made = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await made.ConnectAsync("127.0.0.1", port);
        return made;
    }
}
