using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Nodes;

/// <summary>Servers for the tests of a class: one, one with a replica, or a cluster of three.</summary>
public abstract class RedisFixture : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> owned = [];

    /// <summary>For Redis:Configuration.</summary>
    public string Configuration { get; protected set; } = "";

    /// <summary>All of them.</summary>
    public IReadOnlyList<RedisServer> Servers { get; protected set; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (RedisServer.WhyMissing is { } missing) Assert.Skip(missing);
        await StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in owned.AsEnumerable().Reverse()) await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops all and starts them again on their data.</summary>
    public async Task RestartAsync()
    {
        foreach (var server in Servers) await server.StopAsync();
        foreach (var server in Servers) await server.RestartAsync();
        foreach (var server in Servers) await WholeAsync(server);
    }

    /// <summary>Starts what the fixture is about.</summary>
    protected abstract Task StartAsync();

    /// <summary>Keeps a server until the fixture ends.</summary>
    protected T Own<T>(T server) where T : IAsyncDisposable
    {
        owned.Add(server);
        return server;
    }

    private static async Task WholeAsync(RedisServer server)
    {
        for (var tries = 0; tries < 600 && (await server.AskAsync("CLUSTER", "INFO")).Contains("cluster_state:fail", StringComparison.Ordinal); tries++) await Task.Delay(50);
    }
}

/// <summary>One server.</summary>
public sealed class RedisAlone : RedisFixture
{
    /// <inheritdoc/>
    protected override async Task StartAsync()
    {
        var server = Own(await RedisServer.StartAsync());
        (Servers, Configuration) = ([server], server.Configuration);
    }
}

/// <summary>A server and its replica.</summary>
public sealed class RedisWithReplica : RedisFixture
{
    /// <inheritdoc/>
    protected override async Task StartAsync()
    {
        var master = Own(await RedisServer.StartAsync());
        var replica = Own(await master.StartReplicaAsync());
        (Servers, Configuration) = ([master, replica], $"{master.Configuration},{replica.Configuration}");
    }
}

/// <summary>A cluster of three.</summary>
public sealed class RedisThree : RedisFixture
{
    /// <inheritdoc/>
    protected override async Task StartAsync()
    {
        var cluster = Own(await RedisCluster.StartAsync());
        (Servers, Configuration) = (cluster.Nodes, cluster.Configuration);
    }
}
