using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>Forty connections send a byte a second, some their headers, some a form that they said would be long.</summary>
internal sealed class SlowSenders() : Drill("slow-senders", "38")
{
    private const int Each = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(
            TestProvider.Sqlite,
            TestContent.Demo
        );
        using var node = new Node(TestProvider.Sqlite, database.ConnectionString);
        await node.StartAsync();
        var temporary = Temporary();
        var senders = Enumerable
            .Range(0, Each)
            .SelectMany(_ =>
                new[]
                {
                    SlowAsync(node.Port, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
                    SlowAsync(
                        node.Port,
                        "POST /enquire/about-you HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50000\r\n\r\nname="
                    ),
                }
            )
            .ToList();
        await Task.Delay(TimeSpan.FromSeconds(2));
        using var visitor = new HtmlVisitor(node.Address);
        var started = Stopwatch.GetTimestamp();
        var page = await visitor.GetAsync("/enquire");
        var took = Stopwatch.GetElapsedTime(started);
        Must(
            page.Status == HttpStatusCode.OK && took < TimeSpan.FromSeconds(2),
            $"a page answers meanwhile within {took.TotalSeconds:F2} s"
        );
        var lasted = await Task.WhenAll(senders);
        Must(
            lasted.Max() < Longest,
            $"{lasted.Length} slow connections were cut, the last after {lasted.Max().TotalSeconds:F0} s"
        );
        page = await visitor.PostAsync(
            "/enquire/about-you",
            new StringContent(new string('a', 40_000_000))
        );
        Must(
            page.Status == HttpStatusCode.RequestEntityTooLarge && page.Has("h1"),
            $"a body of 40 MB gets a page with {(int)page.Status}"
        );
        var left = Temporary().Except(temporary).ToList();
        Must(
            left.Count == 0,
            $"{left.Count} files left in the temporary folder {left.FirstOrDefault()}"
        );
    }

    private static List<string> Temporary() =>
        [.. Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*")];

    /// <returns>After how long the server cut the connection.</returns>
    private static async Task<TimeSpan> SlowAsync(int port, string beginning)
    {
        var started = Stopwatch.GetTimestamp();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(beginning));
            var end = EndAsync(socket);
            while (!end.IsCompleted && Stopwatch.GetElapsedTime(started) < Longest * 2)
            {
                await socket.SendAsync("a"u8.ToArray());
                await Task.WhenAny(end, Task.Delay(TimeSpan.FromSeconds(1)));
            }
        }
        catch (SocketException)
        {
            // Cut.
        }

        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Reads what comes until nothing more does.</summary>
    private static async Task EndAsync(Socket socket)
    {
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0) { }
        }
        catch (SocketException)
        {
            // Cut.
        }
    }
}
