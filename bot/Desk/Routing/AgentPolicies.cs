using System.Collections.Immutable;
using ServiceBot.Bot.Desk.Queues;

namespace ServiceBot.Bot.Desk.Routing;

/// <summary>Chooses the agent for a customer among those who could take them.</summary>
internal interface IAgentPolicy
{
    /// <summary>As in the setting <c>Desk:Assignment</c>.</summary>
    string Name { get; }

    /// <summary>Chooses.</summary>
    /// <param name="entry">The customer.</param>
    /// <param name="agents">Who could take them now; at least one.</param>
    AgentStanding Pick(QueueEntry entry, IReadOnlyList<AgentStanding> agents);
}

/// <summary>The names of the policies.</summary>
internal static class AgentPolicies
{
    public const string LongestIdle = nameof(LongestIdle);
    public const string BestSkill = nameof(BestSkill);

    public static ImmutableArray<string> Names { get; } = [LongestIdle, BestSkill];
}

/// <summary>The fastest: whoever has had no new customer for the longest time; among equals the one with fewer chats.</summary>
internal sealed class LongestIdlePolicy : IAgentPolicy
{
    public string Name => AgentPolicies.LongestIdle;

    public AgentStanding Pick(QueueEntry entry, IReadOnlyList<AgentStanding> agents) =>
        agents.OrderBy(agent => agent.Chats).ThenBy(agent => agent.IdleSince).ThenBy(agent => agent.Id, StringComparer.Ordinal).First();
}

/// <summary>The best: whoever knows most of it; among equals the one who has been idle longest.</summary>
internal sealed class BestSkillPolicy : IAgentPolicy
{
    public string Name => AgentPolicies.BestSkill;

    public AgentStanding Pick(QueueEntry entry, IReadOnlyList<AgentStanding> agents) =>
        agents.OrderByDescending(agent => agent.Skills.GetValueOrDefault(entry.Lane.Skill)).ThenBy(agent => agent.IdleSince).ThenBy(agent => agent.Id, StringComparer.Ordinal).First();
}
