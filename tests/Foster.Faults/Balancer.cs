using System.Net;
using System.Net.Sockets;

namespace Foster.Faults;

/// <summary>Stands before the nodes: hands each connection to the next one that answers, as a balancer would.</summary>
internal sealed class Balancer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int[] ports;
    private readonly int[] served;
    private int turn;

    public Balancer(params int[] ports)
    {
        this.ports = ports;
        served = new int[ports.Length];
        listener.Start(512);
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Connections each node took.</summary>
    public IReadOnlyList<int> Served => served;

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await listener.AcceptTcpClientAsync());
        }
        catch (SocketException)
        {
            // Closed.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var from = client;
        for (var tries = 0; tries < ports.Length; tries++)
        {
            var node = (int)((uint)Interlocked.Increment(ref turn) % ports.Length);
            using var to = new TcpClient { NoDelay = true };
            try
            {
                await to.ConnectAsync(IPAddress.Loopback, ports[node]);
            }
            catch (SocketException)
            {
                continue;
            }

            Interlocked.Increment(ref served[node]);
            try
            {
                var back = to.GetStream().CopyToAsync(from.GetStream());
                await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream()), back);
                // A browser that closes its side ends it all; a node that closes its side has said everything.
                from.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e)
                when (e is IOException or SocketException or ObjectDisposedException)
            {
                // One of them is gone, and so the connection is.
            }

            return;
        }
    }
}
