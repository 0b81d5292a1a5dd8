using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.Figures;
using ServiceBot.Bot.Desk.FollowUps;
using ServiceBot.Bot.Desk.Live;
using ServiceBot.Bot.Desk.Protection;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Desk.Routing;
using ServiceBot.Bot.Desk.SignIn;
using ServiceBot.Bot.Desk.Sla;
using ServiceBot.Bot.Desk.Telephone;
using ServiceBot.Bot.Desk.WrapUp;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Desk.Inbox;

/// <summary>
/// Brings waiting customers and free agents together: whenever something changed, and once a second. Offers that ran out go on to the next agent,
/// agents whose connection is gone for longer than the grace leave their customers to others, whoever waits by the rows is in the queue, and deadlines act. Of several
/// nodes one does so for all.
/// </summary>
internal sealed partial class Dispatcher(
    IQueueStore queue, AgentsAtWork agents, Accounts accounts, Escalations escalations, IEnumerable<IAgentPolicy> policies, Presence presence, DeskEvents events,
    AgentTurns turns, DeskCalls calls, WrapUps wrapUps, CoolDowns coolDowns, SlaTimers slaTimers, NightlyCalibration calibration, Overflow overflow, FollowUpNews followUps, Nudges nudges, IOptions<DeskSettings> settings, TimeProvider clock, ILogger<Dispatcher> logger) : BackgroundService
{
    private const int HeadsAtMost = 20;
    private const int SweptAtOnce = 500;
    private const int RoundsBetweenSweeps = 10;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly IAgentPolicy policy = policies.First(policy => policy.Name == settings.Value.Assignment);
    private string told = "";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            await LookAsync(round % RoundsBetweenSweeps == 0, stoppingToken);
            await nudges.WaitAsync(Round, stoppingToken);
        }
    }

    /// <summary>One round.</summary>
    /// <param name="sweep">Whether rows and queue are compared too.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    internal async Task LookAsync(bool sweep, CancellationToken cancellationToken)
    {
        try
        {
            // The offers first: whoever was offered somebody by then is known to be there by the next word of that node.
            var offers = await queue.OffersAsync(cancellationToken);
            if (!await presence.MeetAsync(cancellationToken)) return;
            if (sweep) await SweepAsync(cancellationToken);
            await EndAsync(offers, cancellationToken);
            await LoseAgentsAsync(cancellationToken);
            await wrapUps.EndLateAsync(cancellationToken);
            await slaTimers.RunAsync(cancellationToken);
            await coolDowns.EndOverAsync(cancellationToken);
            await OfferAsync(cancellationToken);
            await TellQueuesAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.RoundFailed(logger, fault);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var waiting = await escalations.WaitingAsync(TimeSpan.FromMinutes(settings.Value.PriorityMinutes), cancellationToken);
        foreach (var some in waiting.Chunk(SweptAtOnce)) await Task.WhenAll(some.Select(entry => queue.EnqueueAsync(entry, cancellationToken)));
        await events.TrimAsync(cancellationToken);
        await calibration.CountAsync(cancellationToken);
        await followUps.TellAsync(cancellationToken);
    }

    private async Task EndAsync(ImmutableArray<Offer> offers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var offer in offers)
        {
            if (offer.Until > now && presence.LostSince(offer.AgentId) is null) continue;
            if (!await queue.ReleaseAsync(offer.Entry.Id, offer.AgentId, now, cancellationToken)) continue;
            await events.AddAsync(offer.AgentId, DeskEventKinds.Gone, new GoneItem(offer.Entry.Id), cancellationToken);
            // Whose connection was lost takes customers again as soon as it is back.
            if (offer.Until > now) continue;
            // Whoever misses an offer is not there: the next would be missed as well.
            var since = await accounts.SetPresenceAsync(offer.AgentId, PresenceStates.Missed, cancellationToken);
            await events.AddAsync(offer.AgentId, DeskEventKinds.Presence, new OwnPresence(PresenceStates.Missed, since), cancellationToken);
        }
    }

    private async Task LoseAgentsAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromSeconds(settings.Value.GraceSeconds);
        foreach (var row in await escalations.GlanceAsync(EscalationStates.Accepted, int.MaxValue, cancellationToken))
        {
            if (row.AgentId is not { } agent || presence.LostSince(agent) is not { } lost || lost > before) continue;
            // A telephone needs no open page.
            if (row.IsCall && await calls.IsTalkingAsync(row.ConversationId, cancellationToken)) continue;
            if (await accounts.IdentityAsync(agent, cancellationToken) is { } identity)
                await turns.RunAsync(row.ConversationId, $"lost:{row.Id}:{row.AcceptedAt:O}", null, new AgentLeaves(identity), cancellationToken);
        }
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var lanes = await queue.LengthsAsync(cancellationToken);
            if (lanes.IsEmpty) return;
            var (_, connected) = await agents.StandAsync(cancellationToken);
            var heads = await HeadsAsync(lanes, connected, cancellationToken);
            if (heads.Count == 0) return;
            var now = clock.GetUtcNow();
            var last = await escalations.LastAgentsAsync([.. heads.Select(head => head.CustomerId).OfType<string>().Distinct(StringComparer.Ordinal)], now, cancellationToken);
            var knownTo = heads.Where(head => head.CustomerId is { } customer && last.ContainsKey(customer)).ToDictionary(head => head.Id, head => last[head.CustomerId ?? ""], StringComparer.Ordinal);
            if (Router.Next(heads, connected, policy, knownTo, now, TimeSpan.FromSeconds(settings.Value.StickySeconds), overflow) is not var (entry, agent)) return;
            var until = now.AddSeconds(settings.Value.OfferSeconds);
            if (!await queue.ClaimAsync(entry.Id, agent.Id, until, cancellationToken)) continue;
            if (await escalations.FindAsync(entry.Id, cancellationToken) is { State: EscalationStates.Waiting } row)
                await events.AddAsync(agent.Id, DeskEventKinds.Item, InboxItem.Of(row, until), cancellationToken);
            else await queue.RemoveAsync(entry.Id, cancellationToken);
        }
    }

    // Only of lanes, and of channels, for which somebody has room: twenty callers do not hide the chat behind them from whoever can take nothing but chats.
    private async Task<IReadOnlyList<QueueEntry>> HeadsAsync(ImmutableArray<LaneLength> lanes, ImmutableArray<AgentStanding> agents, CancellationToken cancellationToken)
    {
        var heads = new Dictionary<string, QueueEntry>(StringComparer.Ordinal);
        foreach (var (lane, _, _) in lanes)
        {
            var able = agents.Where(agent => agent.HasRoomForChat && overflow.MayServe(agent, lane)).ToArray();
            if (able.Length == 0) continue;
            foreach (var chat in await queue.PeekChatsAsync(lane, HeadsAtMost, cancellationToken)) heads[chat.Id] = chat;
            if (!Array.Exists(able, agent => agent.HasRoomForCall)) continue;
            foreach (var any in await queue.PeekAsync(lane, HeadsAtMost, cancellationToken)) heads[any.Id] = any;
        }
        return [.. heads.Values];
    }

    private async Task TellQueuesAsync(CancellationToken cancellationToken)
    {
        var lines = new QueueLines([.. (await queue.LengthsAsync(cancellationToken)).OrderBy(length => length.OldestSince).Select(QueueLine.Of)]);
        var text = System.Text.Json.JsonSerializer.Serialize(lines, DeskJson.Options);
        if (text == told) return;
        await events.AddAsync(null, DeskEventKinds.Queues, lines, cancellationToken);
        told = text;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Bringing waiting customers to agents failed; it is tried again in a second.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);
    }
}
