using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ServiceBot.Servers;

namespace ServiceBot.Faults.Servers;

/// <summary>A server that echoes stands behind the proxy.</summary>
public sealed class TcpProxyTests : IAsyncDisposable
{
    private readonly TcpListener echo = new(IPAddress.Loopback, 0);
    private readonly TcpProxy proxy;
    private int arrived;

    public TcpProxyTests()
    {
        echo.Start();
        proxy = new TcpProxy(((IPEndPoint)echo.LocalEndpoint).Port);
        _ = EchoAsync();
    }

    [Fact]
    public async Task What_passes_is_answered()
    {
        using var client = await ConnectedAsync();
        Assert.Equal(5, await SayAsync(client, 5));
    }

    [Fact]
    public async Task What_is_delayed_comes_later()
    {
        using var client = await ConnectedAsync();
        proxy.Delay = TimeSpan.FromMilliseconds(100);

        var took = Stopwatch.StartNew();
        Assert.Equal(5, await SayAsync(client, 5));

        Assert.InRange(took.Elapsed, TimeSpan.FromMilliseconds(190), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_vanishes_leaves_the_connection_open_and_unanswered()
    {
        proxy.Traffic = Traffic.Vanishes;
        using var client = await ConnectedAsync();

        var answer = SayAsync(client, 5);
        await Task.WhenAny(answer, Task.Delay(300));

        Assert.False(answer.IsCompleted);
        Assert.Equal(0, arrived);
        proxy.Reset();
        await Assert.ThrowsAnyAsync<IOException>(() => answer);
    }

    [Fact]
    public async Task An_answer_that_is_cut_was_asked_for_all_the_same()
    {
        using var client = await ConnectedAsync();
        proxy.Traffic = Traffic.AnswersAreCut;

        await Assert.ThrowsAnyAsync<IOException>(() => SayAsync(client, 5));

        Assert.Equal(5, arrived);
    }

    [Fact]
    public async Task Whoever_is_refused_is_let_in_again_on_the_same_port()
    {
        using var before = await ConnectedAsync();
        proxy.Traffic = Traffic.IsRefused;

        await Assert.ThrowsAnyAsync<IOException>(() => SayAsync(before, 5));
        await Assert.ThrowsAsync<SocketException>(ConnectedAsync);

        proxy.Traffic = Traffic.Passes;
        using var after = await ConnectedAsync();
        Assert.Equal(5, await SayAsync(after, 5));
    }

    public async ValueTask DisposeAsync()
    {
        await proxy.DisposeAsync();
        echo.Dispose();
    }

    private async Task<TcpClient> ConnectedAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Port);
        return client;
    }

    /// <summary>Sends so many bytes and reads as many.</summary>
    /// <exception cref="IOException">The connection ended instead.</exception>
    private static async Task<int> SayAsync(TcpClient client, int count)
    {
        var stream = client.GetStream();
        await stream.WriteAsync(new byte[count]);
        await stream.ReadExactlyAsync(new byte[count]);
        return count;
    }

    private async Task EchoAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await echo.AcceptTcpClientAsync());
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }

        async Task AnswerAsync(TcpClient client)
        {
            using var _ = client;
            var buffer = new byte[1024];
            try
            {
                while (await client.GetStream().ReadAsync(buffer) is > 0 and var count)
                {
                    Interlocked.Add(ref arrived, count);
                    await client.GetStream().WriteAsync(buffer.AsMemory(0, count));
                }
            }
            catch (IOException)
            {
                // The connection was cut, as the test wants it.
            }
        }
    }
}
