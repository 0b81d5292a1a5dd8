using ServiceBot.Bot.Desk.Queues;

namespace ServiceBot.Bot.Desk.Routing;

/// <summary>Who is offered to whom next. Pure: the same in gives the same out.</summary>
internal static class Router
{
    // Whoever declined is left alone with it for a while, even where nobody else is there.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The next offer, or null where none can be made now.</summary>
    /// <param name="waiting">The first of every lane.</param>
    /// <param name="agents">All agents who are signed in.</param>
    /// <param name="policy">How an agent is chosen among several.</param>
    /// <param name="knownTo">The agent who served a customer last, by escalation.</param>
    /// <param name="now">The time.</param>
    /// <param name="sticky">How long a customer waits for that agent, who is at work but busy.</param>
    /// <param name="overflow">When customers go to agents of other skills.</param>
    public static (QueueEntry Entry, AgentStanding Agent)? Next(
        IEnumerable<QueueEntry> waiting, IReadOnlyList<AgentStanding> agents, IAgentPolicy policy, IReadOnlyDictionary<string, string> knownTo, DateTimeOffset now, TimeSpan sticky, Overflow overflow)
    {
        foreach (var entry in waiting.OrderBy(entry => entry.Rank).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            var able = agents.Where(agent => agent.Knows(entry.Lane) && agent.HasRoomFor(entry)).ToArray();
            var candidates = able.Where(agent => !entry.PassedBy.Contains(agent.Id, StringComparer.Ordinal)).ToArray();
            if (candidates.Length == 0 && overflow.IsDue(entry, agents, now))
                candidates = [.. agents.Where(agent => overflow.StandsIn(agent, entry.Lane) && agent.HasRoomFor(entry) && !entry.PassedBy.Contains(agent.Id, StringComparer.Ordinal))];
            if (candidates.Length == 0 && now - entry.PassedAt >= Patience) candidates = able;
            if (candidates.Length == 0) continue;
            if (knownTo.TryGetValue(entry.Id, out var known) && !entry.PassedBy.Contains(known, StringComparer.Ordinal))
            {
                if (Array.Find(candidates, agent => agent.Id == known) is { } again) return (entry, again);
                if (now - entry.Since < sticky && agents.Any(agent => agent.Id == known && agent.IsAvailable && agent.Knows(entry.Lane))) continue;
            }
            return (entry, policy.Pick(entry, candidates));
        }
        return null;
    }
}
