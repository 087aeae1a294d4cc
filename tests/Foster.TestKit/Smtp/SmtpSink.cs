using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Foster.TestKit;

/// <summary>
/// A mail server on loopback that speaks SMTP over a real socket and keeps what it is given.
/// Its manner can be changed at any time, for all mail or for one recipient.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly HeldPort port = new();
    private readonly List<ReceivedMail> messages = [];
    private readonly ConcurrentDictionary<string, SmtpManner> manners = new(
        StringComparer.OrdinalIgnoreCase
    );
    private CancellationTokenSource ending = new();
    private Task accepting;
    private TaskCompletionSource arrival = NewArrival();
    private int connections;
    private int open;
    private int mostOpen;

    public SmtpSink() => accepting = AcceptAsync(port.Listen(), ending.Token);

    public string Host => "127.0.0.1";

    public int Port => port.Number;

    /// <summary>How it treats everybody who has no manner of their own.</summary>
    public SmtpManner Manner { get; set; } = SmtpManner.Accepts;

    /// <summary>How many connections were taken so far.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>How many connections were open at the same time at most, since <see cref="Clear"/>.</summary>
    public int MostAtOnce => Volatile.Read(ref mostOpen);

    /// <summary>Everything that was kept, in order of arrival.</summary>
    public IReadOnlyList<ReceivedMail> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>How it treats one recipient, whatever the others meet.</summary>
    public void Treat(string address, SmtpManner manner) => manners[address] = manner;

    public IReadOnlyList<ReceivedMail> To(string address) =>
        [.. Messages.Where(m => m.IsFor(address))];

    /// <summary>The newest message to an address. Says what did arrive when there is none.</summary>
    public ReceivedMail LastTo(string address) =>
        Messages.LastOrDefault(m => m.IsFor(address))
        ?? throw new InvalidOperationException($"No mail to {address}. {Summary()}");

    public void Clear()
    {
        lock (gate)
        {
            messages.Clear();
            mostOpen = open;
        }
    }

    /// <summary>Waits until so many messages that fit were kept.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitAsync(
        int count = 1,
        Func<ReceivedMail, bool>? fits = null,
        TimeSpan? within = null
    )
    {
        using var late = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(60));
        while (true)
        {
            Task next;
            lock (gate)
            {
                var found = messages.Where(m => fits is null || fits(m)).ToList();
                if (found.Count >= count)
                {
                    return found;
                }

                next = arrival.Task;
            }

            try
            {
                await next.WaitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited for {count} messages. {Summary()}");
            }
        }
    }

    public Task<IReadOnlyList<ReceivedMail>> WaitForAsync(string address, int count = 1) =>
        WaitAsync(count, m => m.IsFor(address));

    /// <summary>Nobody listens any more and open conversations are cut, as when the mail server is down.</summary>
    public async Task GoAwayAsync()
    {
        await ending.CancelAsync();
        await accepting;
    }

    /// <summary>Listens again on the same port, unless it never went.</summary>
    public void ComeBack()
    {
        if (!ending.IsCancellationRequested)
            return;
        ending.Dispose();
        ending = new();
        accepting = AcceptAsync(port.Listen(), ending.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await GoAwayAsync();
        ending.Dispose();
        port.Dispose();
    }

    internal SmtpManner MannerFor(string? address) =>
        address is not null && manners.TryGetValue(address, out var own) ? own : Manner;

    internal void Keep(ReceivedMail mail)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            messages.Add(mail);
            waiting = arrival;
            arrival = NewArrival();
        }

        waiting.SetResult();
    }

    private static TaskCompletionSource NewArrival() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string Summary()
    {
        var kept = Messages;
        return kept.Count == 0
            ? "Nothing was received."
            : "Received: "
                + string.Join(
                    "; ",
                    kept.Select(m => $"“{m.Subject}” to {string.Join(", ", m.Recipients)}")
                );
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken until)
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(until);
                Interlocked.Increment(ref connections);
                talks.Add(TalkAsync(client, until));
                talks.RemoveAll(t => t.IsCompleted);
            }
        }
        catch (OperationCanceledException)
        {
            // Going away is how it ends.
        }

        listener.Dispose();
        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client, CancellationToken until)
    {
        lock (gate)
        {
            mostOpen = Math.Max(mostOpen, ++open);
        }

        await new SmtpConversation(this, client).RunAsync(until);
        lock (gate)
        {
            open--;
        }
    }
}
