using System.Collections.Immutable;

namespace ServiceBot.Bot.Desk.Routing;

/// <summary>Who has an open desk, here or at another node, and since when not. Whether an agent takes customers is kept with the agent.</summary>
internal sealed class Presence(IDeskNodes nodes, TimeProvider clock)
{
    /// <summary>After how long without a word of it a node counts as gone, and its agents with it.</summary>
    public static readonly TimeSpan Unheard = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> connections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> lostAt = new(StringComparer.Ordinal);
    private ImmutableArray<string> toldHere = [];
    private ImmutableDictionary<string, DateTimeOffset> seenElsewhere = ImmutableDictionary<string, DateTimeOffset>.Empty;
    private DateTimeOffset watchingSince = clock.GetUtcNow();
    private DateTimeOffset told = clock.GetUtcNow();

    /// <summary>A desk was opened.</summary>
    public void Enter(string agentId)
    {
        lock (gate)
        {
            connections[agentId] = connections.GetValueOrDefault(agentId) + 1;
            lostAt.Remove(agentId);
        }
    }

    /// <summary>A desk was closed, or its connection was lost.</summary>
    public void Leave(string agentId)
    {
        lock (gate)
        {
            if ((connections[agentId] = connections.GetValueOrDefault(agentId) - 1) > 0) return;
            connections.Remove(agentId);
            lostAt[agentId] = clock.GetUtcNow();
        }
    }

    /// <summary>Tells the other nodes who is here, and hears who is there.</summary>
    /// <returns>Whether this node offers customers to agents now.</returns>
    public async Task<bool> MeetAsync(CancellationToken cancellationToken)
    {
        var here = Here();
        var beat = await nodes.BeatAsync(here, cancellationToken);
        lock (gate)
        {
            toldHere = here;
            var now = clock.GetUtcNow();
            // Nobody could tell of anybody meanwhile: whoever was not heard of has not therefore left.
            if (now - told > Unheard) watchingSince = now;
            told = now;
            var heard = beat.Elsewhere.ToImmutableDictionary(agent => agent.Key, agent => now - agent.Value, StringComparer.Ordinal);
            // A node tells of nobody who has left it: the grace counts from its last word of them, not from when they were last seen here.
            foreach (var (agent, seen) in seenElsewhere.Where(agent => !heard.ContainsKey(agent.Key)))
                if (seen > lostAt.GetValueOrDefault(agent)) lostAt[agent] = seen;
            seenElsewhere = heard;
            return beat.Offers;
        }
    }

    /// <summary>Whether a desk of the agent's is open, and every node can know it: another that took over would else miss an agent who was just offered somebody.</summary>
    public bool IsConnected(string agentId)
    {
        lock (gate) return (connections.ContainsKey(agentId) && toldHere.Contains(agentId)) || IsElsewhere(agentId);
    }

    /// <summary>Since when the agent has had no open desk: at the longest since this process hears of others. Null while one is open.</summary>
    public DateTimeOffset? LostSince(string agentId)
    {
        lock (gate)
        {
            if (connections.ContainsKey(agentId) || IsElsewhere(agentId)) return null;
            DateTimeOffset[] last = [watchingSince, lostAt.GetValueOrDefault(agentId), seenElsewhere.GetValueOrDefault(agentId)];
            return last.Max();
        }
    }

    /// <summary>Everybody with an open desk at this node.</summary>
    public ImmutableArray<string> Here()
    {
        lock (gate) return [.. connections.Keys];
    }

    private bool IsElsewhere(string agentId) => seenElsewhere.TryGetValue(agentId, out var seen) && clock.GetUtcNow() - seen < Unheard;
}
