namespace ServiceBot.Servers;

/// <summary>Three redis-servers of a test's own as one cluster, each with a third of the slots and no replica.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private RedisCluster(IReadOnlyList<RedisServer> nodes) => Nodes = nodes;

    /// <summary>The three, in the order of their slots.</summary>
    public IReadOnlyList<RedisServer> Nodes { get; }

    /// <summary>For the setting Redis:Configuration.</summary>
    public string Configuration => string.Join(',', Nodes.Select(node => node.Configuration));

    /// <summary>Starts the three, deals out the slots, and waits until all agree that the cluster is whole.</summary>
    public static async Task<RedisCluster> StartAsync(params string[] options)
    {
        var nodes = new List<RedisServer>();
        try
        {
            for (var node = 0; node < 3; node++)
                nodes.Add(await RedisServer.StartAsync(["--cluster-enabled", "yes", "--cluster-port", FreePort.Text(FreePort.Next()), .. options]));
            await ServerProcess.RunAsync("redis-cli", ["--cluster", "create", .. nodes.Select(node => node.Configuration), "--cluster-yes"]);
            foreach (var node in nodes)
                await node.Process.UntilAsync(async () => (await node.AskAsync("CLUSTER", "INFO")).Contains("cluster_state:ok", StringComparison.Ordinal));
            return new RedisCluster(nodes);
        }
        catch
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the three and removes their folders.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            await node.DisposeAsync();
    }
}
