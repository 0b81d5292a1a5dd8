using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ServiceBot.Servers;

/// <summary>
/// Ports for servers of tests, from below those that the kernel gives to outgoing connections: a port from among those may be taken while its server
/// is down for a moment, and whoever reconnects to it in a loop may even be connected to itself.
/// </summary>
public static class FreePort
{
    private const int First = 18_000;
    private const int Count = 14_000;
    // Test processes that run side by side begin at different places.
    private static int last = Environment.ProcessId * 97 % Count;

    /// <summary>A port on 127.0.0.1 that nobody listens on, and that this process has not given out lately.</summary>
    public static int Next()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref last) % Count);
            if (IsFree(port))
                return port;
        }

        throw new InvalidOperationException($"No port between {First} and {First + Count} is free.");
    }

    /// <summary>A port as text, for arguments and settings.</summary>
    internal static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
