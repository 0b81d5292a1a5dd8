using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Context;

/// <summary>The contract on one Redis server.</summary>
public sealed class RedisContextStoreTests(RedisAlone redis) : RedisContract(redis), IClassFixture<RedisAlone>;

/// <summary>The contract on a server with a replica.</summary>
public sealed class RedisWithReplicaContextStoreTests(RedisWithReplica redis) : RedisContract(redis), IClassFixture<RedisWithReplica>;

/// <summary>The contract on a cluster of three.</summary>
public sealed class RedisClusterContextStoreTests(RedisThree redis) : RedisContract(redis), IClassFixture<RedisThree>;

/// <summary>What every Redis has to keep of the contract.</summary>
public abstract class RedisContract : ContextStoreContract, IDisposable
{
    private readonly RedisFixture redis;
    private readonly string prefix = OpenNode.NewPrefix();
    private OpenNode node;

    private protected RedisContract(RedisFixture redis)
    {
        this.redis = redis;
        node = new OpenNode(redis.Configuration, prefix);
    }

    private protected override IContextStore Store => node.Store;

    private protected override async Task RestartAsync()
    {
        node.Dispose();
        await redis.RestartAsync();
        node = new OpenNode(redis.Configuration, prefix);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        node.Dispose();
        GC.SuppressFinalize(this);
    }
}
