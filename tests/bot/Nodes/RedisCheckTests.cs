using ServiceBot.Bot.Nodes;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Nodes;

/// <summary>What is wrong with a server is told at the start, with what it means.</summary>
public sealed class RedisCheckTests
{
    [Fact]
    public async Task A_server_that_evicts_is_refused()
    {
        var server = await AskAsync("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru");

        Assert.Contains("has maxmemory-policy allkeys-lru: when its memory is full, conversations would vanish", Assert.Single(RedisCheck.Refusals(server)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("has appendonly no: when it stops, live conversations are forgotten", "--appendonly", "no")]
    [InlineData("has appendfsync everysec: a crash may cost the last second", "--appendfsync", "everysec")]
    [InlineData("has appendfsync no: a crash may cost some half a minute", "--appendfsync", "no")]
    [InlineData("does not tell its appendfsync", "--rename-command", "CONFIG", "")]
    [InlineData("has maxmemory-policy volatile-ttl; with a maxmemory", "--maxmemory-policy", "volatile-ttl", "--appendfsync", "always")]
    public async Task A_server_that_may_forget_is_warned_of(string warning, params string[] options)
    {
        var server = await AskAsync(options);

        Assert.Empty(RedisCheck.Refusals(server));
        Assert.Contains(warning, Assert.Single(RedisCheck.Warnings(server)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_as_it_ought_to_be_is_taken_without_a_word()
    {
        var server = await AskAsync("--appendfsync", "always");

        Assert.Empty(RedisCheck.Refusals(server));
        Assert.Empty(RedisCheck.Warnings(server));
        Assert.True(server.IsMaster);
    }

    [Fact]
    public async Task A_cluster_that_lacks_slots_is_refused()
    {
        var server = await AskAsync("--cluster-enabled", "yes");

        Assert.Contains("the cluster's state is not ok", Assert.Single(RedisCheck.Refusals(server)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_version_is_refused_and_one_that_was_not_tried_is_warned_of()
    {
        var server = new RedisFacts("10.0.0.7:6379", new Version(5, 0, 14), IsMaster: true, 0, "noeviction", AppendOnly: true, "always", null);

        Assert.Equal("Redis 10.0.0.7:6379 has version 5.0.14; 6.0 is the oldest that is used.", Assert.Single(RedisCheck.Refusals(server)));
        Assert.Contains("has version 6.2.1, which was not tried", Assert.Single(RedisCheck.Warnings(server with { Version = new Version(6, 2, 1) })), StringComparison.Ordinal);
    }

    private static async Task<RedisFacts> AskAsync(params string[] options)
    {
        if (RedisServer.WhyMissing is { } missing) Assert.Skip(missing);
        await using var server = await RedisServer.StartAsync(options);
        using var node = new OpenNode(server.Configuration);
        return Assert.Single(RedisFacts.Ask(node.Link.Multiplexer));
    }
}
