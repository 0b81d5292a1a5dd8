using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>
/// Brings what the bot says to channels, in the order of the log and only from the log, so after the commit: answers, and what nobody asked
/// for. Each conversation has a mark of how far it was delivered; a crash between sending and marking sends one message again. What an answer takes
/// along says so in the log: no mark is needed for it.
/// </summary>
internal sealed partial class Delivery(
    IContextStore store, INotices notices, IConversationReferences references, ConnectorClient connector, INodeBus bus, IOptions<ExpectationsOptions> expectations, TimeProvider clock,
    ILogger<Delivery> logger) : BackgroundService, IShowsTyping
{
    private const string Writing = "channel-writing";
    private static readonly TimeSpan Watched = TimeSpan.FromDays(30);
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private const int MostWaits = 200;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private CancellationToken stopping;

    /// <summary>Keeps how a conversation is reached, and delivers from its log from now on.</summary>
    public Task WatchAsync(ConversationReference reference, CancellationToken cancellationToken) => KeepAsync(reference, cancellationToken);

    /// <summary>As <see cref="WatchAsync"/>, and holds delivery back until disposed, so that an answer can take along what still waits.</summary>
    public async Task<Hold> HoldAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        var lane = await KeepAsync(reference, cancellationToken);
        await lane.Gate.WaitAsync(cancellationToken);
        lane.Hold();
        return new Hold(this, lane, reference);
    }

    /// <summary>Sends something that stands in no log, once, if it can be.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it; the failure is logged.")]
    public async Task SendAsync(Activity activity)
    {
        try
        {
            await connector.SendAsync(activity, stopping);
        }
        catch (Exception error)
        {
            Log.NotDelivered(logger, error);
        }
    }

    /// <inheritdoc/>
    public void AgentWrites(string conversation, string agentName)
    {
        // Where this node has not heard of the conversation itself, one that has may know how it is reached.
        if (!ShowWriting(conversation)) bus.Tell(Writing, conversation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        stopping = stoppingToken;
        bus.Hear(Writing, conversation => ShowWriting(conversation));
        foreach (var conversation in await references.SinceAsync(clock.GetUtcNow() - Watched, stoppingToken)) Watch(conversation).Nudge();
        using var sweeps = new PeriodicTimer(BetweenSweeps, clock);
        while (await sweeps.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow();
            foreach (var lane in lanes.Values)
            {
                var rested = now - lane.Touched;
                if (rested > Watched && lanes.TryRemove(lane.Conversation, out _)) lane.Dispose();
                if (rested > Watched || (!lane.Failed && now < lane.LookAt)) continue;
                lane.LookAt = now + rested; // a notice may have been lost; the longer nothing was said, the rarer it is looked
                lane.Nudge();
            }
        }
    }

    public override void Dispose()
    {
        foreach (var lane in lanes.Values) lane.Dispose();
        base.Dispose();
    }

    private bool ShowWriting(string conversation)
    {
        if (!lanes.TryGetValue(conversation, out var lane) || lane.Reference is not { } reference) return false;
        _ = SendAsync(reference.Address(new Activity { Type = ActivityTypes.Typing }, null));
        return true;
    }

    private async Task<Lane> KeepAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        await references.SaveAsync(reference, clock.GetUtcNow(), cancellationToken);
        var lane = Watch(reference.ConversationId);
        lane.Reference = reference;
        return lane;
    }

    private Lane Watch(string conversation)
    {
        var lane = lanes.GetOrAdd(conversation, id => new Lane(id, DrainAsync, notices));
        lane.Touched = clock.GetUtcNow();
        lane.LookAt = lane.Touched + BetweenSweeps;
        lane.Subscribe();
        return lane;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The rim of a background work: the failure is logged, and the next sweep tries again.")]
    private async Task DrainAsync(Lane lane)
    {
        var entered = false;
        try
        {
            await lane.Gate.WaitAsync(stopping);
            entered = true;
            lane.Failed = !await DeliverAsync(lane, stopping); // then the next sweep sees to what is left
        }
        catch (Exception error)
        {
            lane.Failed = true;
            if (!stopping.IsCancellationRequested) Log.NotDelivered(logger, error);
        }
        finally
        {
            if (entered) lane.Gate.Release();
        }
    }

    // Another node delivers for moments only: whoever waits for an answer waits for that.
    private async Task<DeliveryClaim> ClaimAsync(Lane lane, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            var claim = await references.ClaimAsync(lane.Conversation, cancellationToken);
            // The store has lost it; or the conversation is gone for good, and then its log is too.
            if (claim is { IsMine: true, Reference: null } && lane.Reference is { } known && !(await store.ReadLogAsync(lane.Conversation, 0, cancellationToken)).IsEmpty)
            {
                await references.SaveAsync(known, clock.GetUtcNow(), cancellationToken);
                claim = claim with { Reference = known };
                lane.Delivered = 0;
            }
            lane.Delivered = Math.Max(lane.Delivered, claim.Delivered);
            if (claim.IsMine || waits == MostWaits) return claim;
            await Task.Delay(Moment, clock, cancellationToken);
        }
    }

    // What nobody has to bring, since an answer took it along, is read without a claim.
    private async Task<bool> DeliverAsync(Lane lane, CancellationToken cancellationToken)
    {
        var from = lane.Delivered;
        ImmutableArray<LogEntry>? log = null;
        if (lane.Reference is { } known)
        {
            log = await store.ReadLogAsync(lane.Conversation, from, cancellationToken);
            if (!log.Value.Any(entry => IsFor(entry, known)))
            {
                await MarkAsync(lane, log.Value, cancellationToken);
                return true;
            }
        }
        var claim = await ClaimAsync(lane, cancellationToken);
        if (!claim.IsMine) return false;
        try
        {
            if (log is null || lane.Delivered != from) log = await store.ReadLogAsync(lane.Conversation, lane.Delivered, cancellationToken);
            return claim.Reference is not { } reference || await SendAsync(lane, reference, log.Value, cancellationToken);
        }
        finally
        {
            await references.ReleaseAsync(lane.Conversation, lane.Delivered, CancellationToken.None);
            lane.Marked = lane.Delivered;
        }
    }

    private async Task MarkAsync(Lane lane, ImmutableArray<LogEntry> nothingToBring, CancellationToken cancellationToken)
    {
        if (!nothingToBring.IsEmpty) lane.Delivered = nothingToBring[^1].Sequence;
        if (lane.Delivered <= lane.Marked) return;
        await references.DeliveredAsync(lane.Conversation, lane.Delivered, cancellationToken);
        lane.Marked = lane.Delivered;
    }

    private async Task<bool> SendAsync(Lane lane, ConversationReference reference, ImmutableArray<LogEntry> log, CancellationToken cancellationToken)
    {
        var answered = new Dictionary<long, string>();
        foreach (var entry in log)
        {
            if (ActivityOf(entry) is { Id: { Length: > 0 } id }) answered[entry.Sequence] = id;
            if (IsFor(entry, reference))
            {
                var replyTo = entry.ReplyTo is { } asked ? answered.GetValueOrDefault(asked) : null;
                var sending = await connector.SendAsync(reference.Address(Render(entry.Message, reference), replyTo), cancellationToken);
                if (sending == Sending.Failed && clock.GetUtcNow() - entry.At < GivenUp) return false; // in order: what comes later waits
                await references.DeliveredAsync(lane.Conversation, entry.Sequence, cancellationToken);
            }
            lane.Delivered = entry.Sequence;
        }
        return true;
    }

    private async Task<ImmutableArray<Activity>> TakeAsync(Lane lane, ConversationReference reference, Activity inbound, TurnResult result, CancellationToken cancellationToken)
    {
        if (result.Replies.IsEmpty) return [];
        var (first, last) = (result.Sequence > 0 ? result.Sequence : result.Replies[0].Sequence, result.Replies[^1].Sequence);
        var isNext = first == lane.Delivered + 1 && last - first == result.Replies.Length - (result.Sequence > 0 ? 0 : 1);
        var waiting = isNext ? [] : await WaitingAsync(lane, reference, cancellationToken);
        if (isNext) lane.Delivered = last;
        var asked = result.Replies[0].ReplyTo;
        return
        [
            .. result.Replies.Concat(waiting).DistinctBy(entry => entry.Sequence).OrderBy(entry => entry.Sequence)
                .Select(entry => reference.Address(Render(entry.Message, reference), entry.ReplyTo is null || entry.ReplyTo == asked ? inbound.Id : null)),
        ];
    }

    // What could not be delivered before goes along with an answer; from then on it counts as delivered.
    private async Task<ImmutableArray<LogEntry>> WaitingAsync(Lane lane, ConversationReference reference, CancellationToken cancellationToken)
    {
        var claim = await ClaimAsync(lane, cancellationToken);
        var log = await store.ReadLogAsync(lane.Conversation, lane.Delivered, cancellationToken);
        if (!log.IsEmpty) lane.Delivered = log[^1].Sequence;
        if (claim.IsMine) await references.ReleaseAsync(lane.Conversation, lane.Delivered, cancellationToken);
        return [.. log.Where(entry => IsFor(entry, reference))];
    }

    private Activity Render(Message? message, ConversationReference reference) =>
        OutgoingMessage.From(message ?? new Message(""), ChannelAbilities.Of(reference.ChannelId), expectations.Value.Expose ?? false);

    // Wakes and outcomes speak on the machine's own channel; what answers another channel stays there.
    private static bool IsFor(LogEntry entry, ConversationReference reference) =>
        entry is { Message: not null, Taken: false }
        && (string.Equals(entry.Channel, ChannelAbilities.Of(reference.ChannelId).Name, StringComparison.Ordinal) || string.Equals(entry.Channel, Channel.Internal.Name, StringComparison.Ordinal));

    private static Activity? ActivityOf(LogEntry entry) =>
        entry.Original is { } original && ActivityJson.TryRead(Encoding.UTF8.GetBytes(original), out var activity, out _) ? activity : null;

    /// <summary>Delivery of one conversation, held back.</summary>
    internal sealed class Hold(Delivery delivery, Lane lane, ConversationReference reference) : IDisposable
    {
        /// <summary>Takes the replies, and what else waits, for the answer; it is delivered with that.</summary>
        public Task<ImmutableArray<Activity>> TakeAsync(Activity inbound, TurnResult result, CancellationToken cancellationToken) =>
            delivery.TakeAsync(lane, reference, inbound, result, cancellationToken);

        /// <summary>Lets go: what waits is sent.</summary>
        public void Dispose() => lane.LetGo();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Messages could not be delivered; they are tried again.")]
        public static partial void NotDelivered(ILogger logger, Exception error);
    }
}
