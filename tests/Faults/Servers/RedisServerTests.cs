using ServiceBot.Servers;

namespace ServiceBot.Faults.Servers;

/// <summary>The servers of the tests do what tests rely on.</summary>
public sealed class RedisServerTests
{
    public RedisServerTests() => Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");

    [Fact]
    public async Task Killed_and_started_again_it_has_what_it_acknowledged_on_the_same_port()
    {
        await using var redis = await RedisServer.StartAsync("--appendfsync", "always");
        await redis.AskAsync("SET", "kettle", "blue");

        await redis.KillAsync();
        Assert.True(redis.Process.HasEnded);
        await redis.RestartAsync();

        Assert.Equal("blue", await redis.AskAsync("GET", "kettle"));
    }

    [Fact]
    public async Task Paused_it_answers_nothing_and_goes_on_afterwards()
    {
        await using var redis = await RedisServer.StartAsync();

        await redis.PauseAsync();
        var asked = redis.AskAsync("PING");
        await Task.WhenAny(asked, Task.Delay(300));
        Assert.False(asked.IsCompleted);

        await redis.ContinueAsync();
        Assert.Equal("PONG", await asked);
    }

    [Fact]
    public async Task A_replica_has_what_its_server_has()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var replica = await redis.StartReplicaAsync();

        Assert.Equal("OK", await redis.AskAsync("SET", "kettle", "blue"));
        Assert.Equal("1", await redis.AskAsync("WAIT", "1", "5000"));
        Assert.Equal("blue", await replica.AskAsync("GET", "kettle"));
    }

    [Fact]
    public async Task A_cluster_sends_whoever_asks_the_wrong_node_to_the_right_one()
    {
        await using var cluster = await RedisCluster.StartAsync();

        var answers = await Task.WhenAll(cluster.Nodes.Select(node => node.AskAsync("SET", "kettle", "blue")));

        Assert.Equal(2, answers.Count(answer => answer.StartsWith("MOVED", StringComparison.Ordinal)));
        Assert.Equal(1, answers.Count(answer => answer == "OK"));
    }
}
