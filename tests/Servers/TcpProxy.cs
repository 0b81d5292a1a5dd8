using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ServiceBot.Servers;

/// <summary>What a proxy does with what passes.</summary>
public enum Traffic
{
    /// <summary>Everything passes.</summary>
    Passes,
    /// <summary>Connections are accepted and stay open, and nothing passes any more: a half-open network. What was sent meanwhile is lost.</summary>
    Vanishes,
    /// <summary>What is sent arrives, and the connection is reset before the answer comes back: nobody knows whether it was done.</summary>
    AnswersAreCut,
    /// <summary>Connections are refused, and those that were open are reset.</summary>
    IsRefused,
}

/// <summary>Stands before a server of a test and disturbs what passes.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Link, bool> links = new();
    private readonly CancellationTokenSource ending = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;
    private volatile Traffic traffic;

    /// <summary>Listens before a server on 127.0.0.1.</summary>
    public TcpProxy(int target)
    {
        Target = target;
        Listen();
    }

    /// <summary>Where to connect instead of to the server.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>The server's port; new connections go there.</summary>
    public int Target { get; set; }

    /// <summary>How long everything is held up, in each direction.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many connections are open.</summary>
    public int Connections => links.Count;

    /// <summary>What happens to what passes, from now on.</summary>
    public Traffic Traffic
    {
        get => traffic;
        set
        {
            var was = traffic;
            traffic = value;
            if (value == Traffic.IsRefused)
            {
                listener?.Stop();
                listener = null;
                Reset();
            }
            else if (listener is null)
            {
                Listen();
            }

            if (was == Traffic.Vanishes && value == Traffic.Passes)
                Reset(); // bytes are missing in these for good, as after a network came back with another state
        }
    }

    /// <summary>Resets all connections that are open; new ones are welcome.</summary>
    public void Reset()
    {
        foreach (var link in links.Keys)
            link.Reset();
    }

    /// <summary>Stops listening and resets all.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        Traffic = Traffic.IsRefused;
        await accepting;
        ending.Dispose();
    }

    private void Listen()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start(512);
        accepting = AcceptAsync(listener);
    }

    private async Task AcceptAsync(TcpListener open)
    {
        try
        {
            while (true)
                _ = ServeAsync(await open.AcceptSocketAsync());
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Stopped listening.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var link = new Link(client);
        links[link] = true;
        try
        {
            await link.Server.ConnectAsync(IPAddress.Loopback, Target, ending.Token);
            await Task.WhenAny(PassAsync(link.Client, link.Server, isAnswer: false), PassAsync(link.Server, link.Client, isAnswer: true));
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The server is away; the client's connection ends with it.
        }
        finally
        {
            links.TryRemove(link, out _);
        }

        async Task PassAsync(Socket from, Socket to, bool isAnswer)
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (await from.ReceiveAsync(buffer, ending.Token) is > 0 and var count)
                {
                    if (Delay > TimeSpan.Zero)
                        await Task.Delay(Delay, ending.Token);
                    if (traffic == Traffic.AnswersAreCut && isAnswer)
                        break;
                    for (var sent = 0; traffic != Traffic.Vanishes && sent < count;)
                        sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), ending.Token);
                }

                if (traffic == Traffic.AnswersAreCut)
                    link.Reset();
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // One of the two went away, or this proxy did.
            }
        }
    }

    private sealed class Link(Socket client) : IDisposable
    {
        public Socket Client { get; } = Quick(client);

        public Socket Server { get; } = Quick(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));

        /// <summary>Closes with RST instead of a farewell.</summary>
        public void Reset()
        {
            foreach (var socket in new[] { Client, Server })
            {
                try
                {
                    socket.LingerState = new LingerOption(true, 0);
                }
                catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
                {
                    // Closed already.
                }

                socket.Dispose();
            }
        }

        public void Dispose()
        {
            Client.Dispose();
            Server.Dispose();
        }

        private static Socket Quick(Socket socket)
        {
            socket.NoDelay = true;
            return socket;
        }
    }
}
