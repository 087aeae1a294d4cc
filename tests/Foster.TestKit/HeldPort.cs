using System.Net;
using System.Net.Sockets;

namespace Foster.TestKit;

/// <summary>
/// A free port of this machine that stays with a helper which goes away and comes back: meanwhile nobody listens there, and
/// nobody else is given it.
/// </summary>
internal sealed class HeldPort : IDisposable
{
    private readonly Socket keeper;

    public HeldPort()
    {
        keeper = Reusable(
            new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        );
        keeper.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)keeper.LocalEndPoint!).Port;
        // Elsewhere two sockets cannot have one address, not even where one of them does not listen.
        if (!OperatingSystem.IsLinux())
            keeper.Dispose();
    }

    public int Number { get; }

    public TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, Number);
        Reusable(listener.Server);
        listener.Start();
        return listener;
    }

    public void Dispose() => keeper.Dispose();

    private static Socket Reusable(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        return socket;
    }
}
