using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.Bot.Nodes;
using StackExchange.Redis;

namespace ServiceBot.Bot.Desk.Routing;

/// <summary>What the nodes of one bot tell each other about their agents, each about once a second.</summary>
internal interface IDeskNodes
{
    /// <summary>Says who has an open desk at this node.</summary>
    /// <param name="agentsHere">Their ids.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether this node is the one that offers now, and how long ago each agent was last told of by another node.</returns>
    Task<DeskBeat> BeatAsync(ImmutableArray<string> agentsHere, CancellationToken cancellationToken);
}

/// <summary>How things stand between the nodes.</summary>
/// <param name="Offers">Whether this node brings customers and agents together for all; at any time one does, and after its death another within seconds.</param>
/// <param name="Elsewhere">Agents of other nodes, and how long ago those nodes told of them.</param>
internal sealed record DeskBeat(bool Offers, ImmutableDictionary<string, TimeSpan> Elsewhere);

/// <summary>There is no other node.</summary>
internal sealed class OneDeskNode : IDeskNodes
{
    private static readonly Task<DeskBeat> Alone = Task.FromResult(new DeskBeat(true, ImmutableDictionary<string, TimeSpan>.Empty));

    /// <inheritdoc/>
    public Task<DeskBeat> BeatAsync(ImmutableArray<string> agentsHere, CancellationToken cancellationToken) => Alone;
}

/// <summary>The nodes meet in Redis, by its clock: a sorted set of who was seen at which node when, and the name of the node that offers, which expires.</summary>
internal sealed class RedisDeskNodes(RedisLink redis) : IDeskNodes
{
    // Two nodes that both believe to offer do no harm: every offer is claimed. Keys: seen, who offers. Arguments: node, agents.
    private static readonly RedisScript Beat = new(
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local found = {}
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 86400000)
        for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
          local agent, node = string.match(member, '^(.*)\n(.*)$')
          if node == ARGV[1] then redis.call('ZREM', KEYS[1], member)
          else found[#found + 1] = { agent, now - redis.call('ZSCORE', KEYS[1], member) } end
        end
        for place = 2, #ARGV do redis.call('ZADD', KEYS[1], now, ARGV[place] .. '\n' .. ARGV[1]) end
        local leader = redis.call('GET', KEYS[2])
        if leader and leader ~= ARGV[1] then return { 0, found } end
        redis.call('SET', KEYS[2], ARGV[1], 'PX', 3000)
        return { 1, found }
        """);

    /// <inheritdoc/>
    public async Task<DeskBeat> BeatAsync(ImmutableArray<string> agentsHere, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [$"{redis.Prefix}:{{desk}}:seen", $"{redis.Prefix}:{{desk}}:offering"];
        RedisValue[] values = [redis.Node, .. agentsHere.Select(agent => (RedisValue)agent)];
        var answer = (RedisResult[])await redis.AskAsync(database => Beat.RunAsync(database, keys, values), cancellationToken);
        var elsewhere = ((RedisResult[])answer[1]).Select(row => (RedisValue[])row)
            .GroupBy(row => (string)row[0], row => TimeSpan.FromMilliseconds(double.Parse((string)row[1], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        return new((long)answer[0] == 1, elsewhere.ToImmutableDictionary(agent => agent.Key, agent => agent.Min(), StringComparer.Ordinal));
    }
}
