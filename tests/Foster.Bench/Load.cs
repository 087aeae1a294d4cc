using System.Collections.Concurrent;
using System.Diagnostics;

namespace Foster.Bench;

/// <summary>Eight connections that ask without pause.</summary>
internal sealed class Load : IDisposable
{
    public const int Width = 8;

    private readonly Connection[] connections;
    private readonly Connection aside;

    public Load(int port)
    {
        connections = [.. Enumerable.Range(0, Width).Select(_ => new Connection(port))];
        aside = new Connection(port);
    }

    /// <summary>The same request again and again for so long.</summary>
    public Task ForAsync(TimeSpan time, byte[] request, Func<Answer, bool> fine, Figures? into)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        return RunAsync(() => Stopwatch.GetTimestamp() < until ? request : null, fine, into);
    }

    /// <summary>Each of these requests once.</summary>
    public Task EachAsync(IEnumerable<byte[]> requests, Func<Answer, bool> fine, Figures? into)
    {
        var waiting = new ConcurrentQueue<byte[]>(requests);
        return RunAsync(() => waiting.TryDequeue(out var next) ? next : null, fine, into);
    }

    /// <summary>One request outside any measurement; the answer's head and body.</summary>
    public async Task<string> AskAsync(byte[] request)
    {
        await aside.SendAsync(request);
        return aside.Text;
    }

    public void Dispose()
    {
        aside.Dispose();
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }

    private async Task RunAsync(Func<byte[]?> next, Func<Answer, bool> fine, Figures? into)
    {
        var before = await UsageAsync();
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(
            connections.Select(c => Task.Run(() => OneAsync(c, next, fine)))
        );
        var took = Stopwatch.GetElapsedTime(started);
        into?.Add(
            done.SelectMany(d => d.Times),
            done.Sum(d => d.Failed),
            took,
            before,
            await UsageAsync()
        );
    }

    private static async Task<(List<double> Times, int Failed)> OneAsync(
        Connection connection,
        Func<byte[]?> next,
        Func<Answer, bool> fine
    )
    {
        var times = new List<double>(50_000);
        var failed = 0;
        while (next() is { } request)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await connection.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (!fine(answer))
            {
                failed++;
            }
        }

        return (times, failed);
    }

    private async Task<Usage> UsageAsync()
    {
        var text = await AskAsync(Connection.Get("/bench/processor"));
        return Usage.Parse(text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim());
    }
}
