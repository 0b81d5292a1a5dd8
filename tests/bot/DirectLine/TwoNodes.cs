using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.DirectLine;

/// <summary>Two nodes of one bot on one Redis, and a way in that takes turns between them with every connection.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    // All nodes read what any of them has sealed.
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly CancellationTokenSource ending = new();
    private readonly TcpProxy way;
    private readonly Task turning;

    private TwoNodes(EdgeHost first, EdgeHost second)
    {
        (First, Second) = (first, second);
        way = new TcpProxy(PortOf(first));
        turning = TurnAsync();
    }

    public EdgeHost First { get; }
    public EdgeHost Second { get; }

    /// <summary>Where clients connect.</summary>
    public string Address => $"http://127.0.0.1:{way.Port}";

    /// <summary>Starts both.</summary>
    /// <param name="redis">For Redis:Configuration.</param>
    /// <param name="settings">More settings.</param>
    public static async Task<TwoNodes> StartAsync(string redis, params (string Name, string? Value)[] settings)
    {
        (string, string?)[] all = [("Redis:Configuration", redis), ("Redis:Prefix", OpenNode.NewPrefix()), ("Redis:DeadlineMilliseconds", "5000"), ("Privacy:Keys:0", Key), .. settings];
        return new TwoNodes(await EdgeHost.StartAsync(settings: all), await EdgeHost.StartAsync(settings: all));
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await turning;
        await way.DisposeAsync();
        await First.DisposeAsync();
        await Second.DisposeAsync();
        ending.Dispose();
    }

    private async Task TurnAsync()
    {
        for (var turn = 1; !ending.IsCancellationRequested; turn++)
        {
            way.Target = PortOf(turn % 2 == 0 ? First : Second);
            await Task.Delay(7, CancellationToken.None);
        }
    }

    private static int PortOf(EdgeHost host) => new Uri(host.Address).Port;
}
