using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Records;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Dialogs.Escalation;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>Agents as the router sees them: what they know, whether they want customers, what they have.</summary>
internal sealed class AgentsAtWork(IDbContextFactory<DeskDatabase> databases, Presence presence, IQueueStore queue)
{
    /// <summary>How many agents there are at all, and how those stand who have a desk open.</summary>
    public async Task<(int All, ImmutableArray<AgentStanding> Connected)> StandAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var agents = await database.Agents.AsNoTracking().Where(row => !row.IsDisabled).ToListAsync(cancellationToken);
        var served = await database.Escalations.AsNoTracking().Where(row => (row.State == EscalationStates.Accepted || row.WrapUpUntil != null) && row.AgentId != null)
            .Select(row => new { row.AgentId, row.IsCall }).ToListAsync(cancellationToken);
        var offers = await queue.OffersAsync(cancellationToken);
        var loads = served.Select(row => (Agent: row.AgentId ?? "", row.IsCall)).Concat(offers.Select(offer => (Agent: offer.AgentId, offer.Entry.IsCall))).ToLookup(load => load.Agent, StringComparer.Ordinal);
        var idle = await database.Escalations.AsNoTracking().Where(row => row.AgentId != null && row.AcceptedAt != null)
            .GroupBy(row => row.AgentId).Select(group => new { Agent = group.Key, Last = group.Max(row => row.AcceptedAt) }).ToListAsync(cancellationToken);
        var last = idle.Where(row => row.Agent is not null).ToDictionary(row => row.Agent ?? "", row => row.Last ?? default, StringComparer.Ordinal);
        return (agents.Count, [.. agents.Where(agent => presence.IsConnected(agent.Id)).Select(agent => new AgentStanding(agent.Id, agent.Skills.ToImmutableDictionary(StringComparer.Ordinal), [.. agent.Languages])
        {
            IsAvailable = agent.Presence == PresenceStates.Available,
            Chats = loads[agent.Id].Count(load => !load.IsCall),
            Calls = loads[agent.Id].Count(load => load.IsCall),
            ChatsAtMost = agent.ChatsAtMost,
            IdleSince = last.GetValueOrDefault(agent.Id, agent.CreatedAt),
        })]);
    }
}
