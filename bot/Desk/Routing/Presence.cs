using System.Collections.Immutable;

namespace ServiceBot.Bot.Desk.Routing;

/// <summary>Who is connected to this process, and since when not. Whether an agent takes customers is kept with the agent.</summary>
internal sealed class Presence(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> connections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> lostAt = new(StringComparer.Ordinal);
    private readonly DateTimeOffset began = clock.GetUtcNow();

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

    /// <summary>Whether a desk of the agent's is open.</summary>
    public bool IsConnected(string agentId)
    {
        lock (gate) return connections.ContainsKey(agentId);
    }

    /// <summary>Since when the agent has had no open desk: at the longest since this process began. Null while one is open.</summary>
    public DateTimeOffset? LostSince(string agentId)
    {
        lock (gate) return connections.ContainsKey(agentId) ? null : lostAt.TryGetValue(agentId, out var at) ? at : began;
    }

    /// <summary>Everybody with an open desk.</summary>
    public ImmutableArray<string> Connected()
    {
        lock (gate) return [.. connections.Keys];
    }
}
