using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Foster.TestKit;

/// <summary>How a stand-in for ClamAV's daemon treats whoever asks.</summary>
public enum ClamdManner
{
    Answers,

    /// <summary>Takes everything and says nothing.</summary>
    Hangs,

    /// <summary>Answers after a minute, and at once when it is asked whether it is there.</summary>
    IsSlow,
    AnswersNonsense,

    /// <summary>Says OK about another stream, in words that only begin like the right ones.</summary>
    AlmostSaysClean,
    ClosesInTheMiddle,

    /// <summary>Takes a kilobyte and then says that it is too much.</summary>
    FindsItTooLarge,
}

/// <summary>
/// Speaks the protocol of ClamAV's daemon over a real socket: zPING and zINSTREAM. It finds the test signature that every
/// scanner knows, which stands here in two halves so that this program is no find itself.
/// </summary>
public sealed class ClamdStandIn : IAsyncDisposable
{
    public const string Virus =
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentQueue<byte[]> streams = new();
    private readonly HeldPort port = new();
    private TcpListener? listener;

    public ClamdStandIn() => Accept(port.Listen());

    public int Port => port.Number;

    public string Address => $"127.0.0.1:{Port}";

    public ClamdManner Manner { get; set; }

    /// <summary>What was sent to it to be looked at.</summary>
    public IReadOnlyList<byte[]> Streams => [.. streams];

    /// <summary>Nobody listens there any more.</summary>
    public void GoAway()
    {
        listener?.Dispose();
        listener = null;
    }

    public void ComeBack()
    {
        if (listener is not null)
            return;
        Accept(port.Listen());
    }

    public async ValueTask DisposeAsync()
    {
        GoAway();
        await ending.CancelAsync();
        ending.Dispose();
        port.Dispose();
    }

    private void Accept(TcpListener on)
    {
        listener = on;
        var ct = ending.Token;
        _ = Task.Run(
            async () =>
            {
                try
                {
                    while (true)
                        _ = TalkAsync(await on.AcceptTcpClientAsync(ct), ct);
                }
                catch (Exception e)
                    when (e
                            is OperationCanceledException
                                or SocketException
                                or ObjectDisposedException
                    )
                {
                    // It has gone away.
                }
            },
            ct
        );
    }

    private async Task TalkAsync(TcpClient client, CancellationToken ct)
    {
        using var open = client;
        var stream = client.GetStream();
        try
        {
            var command = await CommandAsync(stream, ct);
            if (command == "zPING")
            {
                if (Manner != ClamdManner.Hangs)
                    await SayAsync(stream, "PONG", ct);
                else
                    await Task.Delay(Timeout.Infinite, ct);
            }
            else if (command == "zINSTREAM")
                await LookAsync(stream, ct);
            else
                await SayAsync(stream, "UNKNOWN COMMAND", ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Whoever asked did not wait.
        }
    }

    private async Task LookAsync(NetworkStream stream, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, ct);
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(length);
            if (size == 0)
                break;
            var piece = new byte[size];
            await stream.ReadExactlyAsync(piece, ct);
            content.Write(piece);
            if (Manner == ClamdManner.ClosesInTheMiddle)
                return;
            if (Manner == ClamdManner.FindsItTooLarge && content.Length > 1_000)
            {
                await SayAsync(stream, "INSTREAM size limit exceeded. ERROR", ct);
                return;
            }
        }
        streams.Enqueue(content.ToArray());
        switch (Manner)
        {
            case ClamdManner.Hangs:
                await Task.Delay(Timeout.Infinite, ct);
                break;
            case ClamdManner.IsSlow:
                await Task.Delay(TimeSpan.FromMinutes(1), ct);
                break;
            case ClamdManner.AnswersNonsense:
                await SayAsync(stream, "<html>502 Bad Gateway</html>", ct);
                return;
            case ClamdManner.AlmostSaysClean:
                await SayAsync(stream, "stream: OKAY, or is it", ct);
                return;
        }
        await SayAsync(
            stream,
            Encoding.Latin1.GetString(content.ToArray()).Contains(Virus, StringComparison.Ordinal)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK",
            ct
        );
    }

    private static async Task<string> CommandAsync(NetworkStream stream, CancellationToken ct)
    {
        var letters = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, ct) == 1 && one[0] != 0 && letters.Count < 100)
            letters.Add(one[0]);
        return Encoding.ASCII.GetString([.. letters]);
    }

    private static async Task SayAsync(NetworkStream stream, string words, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\0"), ct);
        await stream.FlushAsync(ct);
    }
}
