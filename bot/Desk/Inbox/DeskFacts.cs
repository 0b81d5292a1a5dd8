using ServiceBot.Bot.Desk.Outside;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>Tells dialogs how the desk stands, and leaves every other need to the shop.</summary>
internal sealed class DeskFacts(IFacts shop, AgentsAtWork agents, Presence presence, IQueueStore queue, Escalations escalations, Overflow overflow, Handoffs handoffs, IAgentTelephones telephones) : IFacts
{
    private const int SamplesAtMost = 40;

    /// <inheritdoc/>
    public async Task<object?> FetchAsync(Need need, CancellationToken cancellationToken)
    {
        if (need is not DeskStandingFor standing) return await shop.FetchAsync(need, cancellationToken);
        // Another desk says by itself when it has nobody; its queue is not ours to count.
        if (handoffs.DeskOf(standing.Channel, standing.IsCall) is not null) return new DeskStanding(1, 0);
        // Who waits already stays where they wait, whatever language they have come to since.
        var lane = standing.Escalation is { } waiting && await escalations.FindAsync(waiting, cancellationToken) is { } row
            ? new Lane(row.Skill, row.Language)
            : new Lane(standing.Skill, standing.Language == SpokenLanguage.Korean ? "ko" : "en");
        var (all, able) = await AbleAsync(lane, cancellationToken);
        var (phones, freePhones) = standing.IsCall ? await telephones.CountAsync(cancellationToken) : (0, 0);
        if (all == 0 && phones == 0) return null; // nobody was ever registered: this shop has no desk
        var position = await queue.PositionAsync(lane, standing.Escalation, cancellationToken);
        var lasted = (await escalations.SettledAsync(SamplesAtMost, cancellationToken)).Select(row => (row.SettledAt - row.AcceptedAt) ?? TimeSpan.Zero).ToArray();
        var range = WaitRange.For(position, phones + able.Sum(agent => agent.ChatsAtMost), freePhones + able.Sum(agent => Math.Max(0, agent.ChatsAtMost - agent.Chats)), lasted);
        return new DeskStanding(able.Length + phones, position) { WaitFrom = range?.From, WaitTo = range?.To };
    }

    // Whoever is told that nobody is there goes away. A node that has just started has heard of nobody yet, so it asks before it says so.
    private async Task<(int All, AgentStanding[] Able)> AbleAsync(Lane lane, CancellationToken cancellationToken)
    {
        var (all, able) = await LookAsync();
        if (all == 0 || able.Length > 0) return (all, able);
        await presence.MeetAsync(cancellationToken);
        return await LookAsync();

        async Task<(int All, AgentStanding[] Able)> LookAsync()
        {
            var (registered, connected) = await agents.StandAsync(cancellationToken);
            return (registered, [.. connected.Where(agent => agent.IsAvailable && overflow.MayServe(agent, lane))]);
        }
    }
}
