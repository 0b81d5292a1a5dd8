using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Queues;

namespace ServiceBot.Bot.Desk.Routing;

/// <summary>When customers of one queue may go to agents of other skills: after a while, and at once where none of its own is available.</summary>
internal sealed class Overflow(IOptions<DeskSettings> settings)
{
    /// <summary>Whether an agent could take customers of that lane, now or once they have waited long enough.</summary>
    public bool MayServe(AgentStanding agent, Lane lane) => agent.Knows(lane) || Of(lane).Any(agent.Knows);

    /// <summary>Whether the agent serves customers of that lane only in the place of others.</summary>
    public bool StandsIn(AgentStanding agent, Lane lane) => !agent.Knows(lane) && Of(lane).Any(agent.Knows);

    /// <summary>Whether a customer may go to agents of other skills now.</summary>
    public bool IsDue(QueueEntry entry, IEnumerable<AgentStanding> agents, DateTimeOffset now) =>
        now - entry.Since >= AfterOf(entry.Lane.Skill) || !agents.Any(agent => agent.IsAvailable && agent.Knows(entry.Lane));

    private ImmutableArray<Lane> Of(Lane lane) => settings.Value.Queues.TryGetValue(lane.Skill, out var own) ? [.. own.OverflowTo.Select(skill => lane with { Skill = skill })] : [];

    private TimeSpan AfterOf(string skill) => TimeSpan.FromSeconds(settings.Value.Queues.GetValueOrDefault(skill)?.OverflowSeconds ?? settings.Value.OverflowSeconds);
}
