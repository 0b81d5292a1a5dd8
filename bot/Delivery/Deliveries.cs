using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Delivery;

/// <summary>
/// Brings what the bot and its agents say to channels that have to be brought it, in the order of the log and only from the log, so after the commit:
/// answers, and what nobody asked for. The node that commits delivers; what it leaves, by dying or because the channel does not answer, stands in the
/// store's index, where every node looks once a minute. Each conversation has a mark of how far it was delivered; a crash between sending and marking
/// sends one message again. What an answer takes along says so in the log: no mark is needed for it.
/// </summary>
internal sealed partial class Deliveries(
    IContextStore store, INotices notices, IConversationReferences references, IEnumerable<IPushChannel> channels, TimeProvider clock, ILogger<Deliveries> logger) : BackgroundService
{
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);

    private const int MostWaits = 14;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<IPushChannel> channels = [.. channels];
    private readonly CancellationTokenSource givesUp = new();
    private IDisposable? listening;
    private bool hasStopped;

    /// <summary>How many conversations this node remembers at the moment; for measuring and tests.</summary>
    public int Lanes => lanes.Count;

    /// <summary>Keeps how a conversation is reached, from now on.</summary>
    public async Task KeepAsync(string conversation, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken)
    {
        var lane = await EnterAsync(conversation, reference, cancellationToken);
        lane.Leave();
    }

    /// <summary>As <see cref="KeepAsync"/>, and holds delivery back until disposed, so that an answer can take along what still waits.</summary>
    public async Task<Hold> HoldAsync(string conversation, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken)
    {
        var lane = await EnterAsync(conversation, reference, cancellationToken);
        try
        {
            await lane.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            lane.Leave();
            throw;
        }
        lane.Hold();
        return new Hold(this, lane);
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listening = notices.OnPublished(Grown);
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Begins nothing any more, and lets what is being sent end: sent and not marked, it would be sent again by another node.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (hasStopped) return;
        hasStopped = true;
        listening?.Dispose();
        await base.StopAsync(cancellationToken);
        for (var wait = TimeSpan.Zero; wait < LongestEnd && lanes.Values.Any(lane => lane.IsUsed); wait += ShortestWait) await Task.Delay(ShortestWait, clock, CancellationToken.None);
        await givesUp.CancelAsync();
    }

    public override void Dispose()
    {
        listening?.Dispose();
        hasStopped = true;
        givesUp.Dispose();
        base.Dispose();
    }

    /// <summary>Takes up what was left, by any node, and forgets what has rested.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Remembered;
        foreach (var lane in lanes.Values)
            if (lane.TryDrop(since)) lanes.TryRemove(KeyValuePair.Create(lane.Conversation, lane));
        foreach (var (conversation, sequence) in await store.UndeliveredAsync(cancellationToken)) Grown(conversation, sequence);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The rim of a background work: the failure is logged, and the next look comes in a minute.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(BetweenLooks, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.NotDelivered(logger, error);
            }
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private IPushChannel? ChannelOf(string conversation)
    {
        foreach (var channel in channels)
            if (channel.Has(conversation)) return channel;
        return null;
    }

    private void Grown(string conversation, long sequence)
    {
        if (ChannelOf(conversation) is null) return;
        var lane = Enter(conversation);
        lane.Grown(sequence);
        lane.Leave();
    }

    private Lane Enter(string conversation)
    {
        while (true)
        {
            var lane = lanes.GetOrAdd(conversation, id => new Lane(id, DrainAsync));
            if (lane.TryEnter(clock.GetUtcNow())) return lane;
            lanes.TryRemove(KeyValuePair.Create(conversation, lane)); // dropped, and about to be removed
        }
    }

    private async Task<Lane> EnterAsync(string conversation, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken)
    {
        await references.SaveAsync(conversation, reference, clock.GetUtcNow(), cancellationToken);
        var lane = Enter(conversation);
        Read(lane, reference);
        return lane;
    }

    private IDestination Read(Lane lane, ReadOnlyMemory<byte> reference)
    {
        if (lane.Reached is { } known && known.Reference.Span.SequenceEqual(reference.Span)) return known.Destination;
        var destination = (ChannelOf(lane.Conversation) ?? throw new InvalidOperationException($"Nobody brings messages to '{lane.Conversation}'.")).DestinationOf(reference);
        lane.Reached = new Reached(reference, destination);
        return destination;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The rim of a background work: the failure is logged, and the next look tries again.")]
    private async Task DrainAsync(Lane lane)
    {
        var entered = false;
        try
        {
            await lane.Gate.WaitAsync(givesUp.Token);
            entered = true;
            await DeliverAsync(lane, givesUp.Token);
        }
        catch (Exception error)
        {
            if (!givesUp.IsCancellationRequested) Log.NotDelivered(logger, error);
        }
        finally
        {
            if (entered) lane.Gate.Release();
        }
    }

    // Another node delivers for moments only: whoever waits for an answer waits for that.
    private async Task<DeliveryClaim> ClaimAsync(Lane lane, CancellationToken cancellationToken)
    {
        var wait = ShortestWait;
        for (var waits = 0; ; waits++)
        {
            var claim = await references.ClaimAsync(lane.Conversation, cancellationToken);
            // The store has lost it; or the conversation is gone for good, and then its log is too.
            if (claim is { IsMine: true, Reference: null } && lane.Reached is { } known && !(await store.ReadLogAsync(lane.Conversation, 0, cancellationToken)).IsEmpty)
            {
                await references.SaveAsync(lane.Conversation, known.Reference, clock.GetUtcNow(), cancellationToken);
                claim = claim with { Reference = known.Reference };
                lane.Delivered = 0;
            }
            lane.Delivered = Math.Max(lane.Delivered, claim.Delivered);
            if (claim.IsMine || waits == MostWaits) return claim;
            await Task.Delay(wait, clock, cancellationToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    // What nobody has to bring, since an answer took it along, is read without a claim.
    private async Task DeliverAsync(Lane lane, CancellationToken cancellationToken)
    {
        var told = lane.Newest; // committed by now, so that a log which does not show it has lost it
        var from = lane.Delivered;
        ImmutableArray<LogEntry>? log = null;
        if (from > 0 && lane.Reached is { } known)
        {
            log = await store.ReadLogAsync(lane.Conversation, from, cancellationToken);
            if (!log.Value.Any(entry => IsFor(entry, known.Destination)))
            {
                await MarkAsync(lane, log.Value, cancellationToken);
                await store.DeliveredAsync(lane.Conversation, Math.Max(told, lane.Delivered), cancellationToken);
                return;
            }
        }
        var claim = await ClaimAsync(lane, cancellationToken);
        if (!claim.IsMine) return; // whoever delivers there may have read the log before; then the next look finds it
        var isDone = true;
        try
        {
            if (log is null || lane.Delivered != from) log = await store.ReadLogAsync(lane.Conversation, lane.Delivered, cancellationToken);
            if (claim.Reference is { } reference) isDone = await SendAsync(lane, Read(lane, reference), log.Value, cancellationToken);
        }
        finally
        {
            await references.ReleaseAsync(lane.Conversation, lane.Delivered, CancellationToken.None);
            lane.Marked = lane.Delivered;
        }
        if (isDone) await store.DeliveredAsync(lane.Conversation, Math.Max(told, lane.Delivered), cancellationToken);
    }

    private async Task MarkAsync(Lane lane, ImmutableArray<LogEntry> nothingToBring, CancellationToken cancellationToken)
    {
        if (!nothingToBring.IsEmpty) lane.Delivered = nothingToBring[^1].Sequence;
        if (lane.Delivered <= lane.Marked) return;
        await references.DeliveredAsync(lane.Conversation, lane.Delivered, cancellationToken);
        lane.Marked = lane.Delivered;
    }

    private async Task<bool> SendAsync(Lane lane, IDestination destination, ImmutableArray<LogEntry> log, CancellationToken cancellationToken)
    {
        var cameIn = new Dictionary<long, LogEntry>();
        foreach (var entry in log)
        {
            if (entry.Message is null) cameIn[entry.Sequence] = entry;
            if (IsFor(entry, destination))
            {
                var sending = await destination.SendAsync(lane.Conversation, entry, entry.ReplyTo is { } asked ? cameIn.GetValueOrDefault(asked) : null, cancellationToken);
                if (sending == Sending.Failed && clock.GetUtcNow() - entry.At < GivenUp) return false; // in order: what comes later waits
                if (entry.Sequence != log[^1].Sequence) await references.DeliveredAsync(lane.Conversation, entry.Sequence, cancellationToken); // the last one is marked as the claim is given back
            }
            lane.Delivered = entry.Sequence;
        }
        return true;
    }

    private async Task<ImmutableArray<LogEntry>> TakeAsync(Lane lane, TurnResult result, CancellationToken cancellationToken)
    {
        if (result.Replies.IsEmpty) return [];
        ImmutableArray<LogEntry> waiting = [];
        if (result.Context is { } context && context.ToDeliver <= lane.Delivered) lane.Delivered = Math.Max(lane.Delivered, result.Replies[^1].Sequence);
        else waiting = await WaitingAsync(lane, cancellationToken);
        return [.. result.Replies.Concat(waiting).DistinctBy(entry => entry.Sequence).OrderBy(entry => entry.Sequence)];
    }

    // What could not be delivered before goes along with an answer; from then on it counts as delivered.
    private async Task<ImmutableArray<LogEntry>> WaitingAsync(Lane lane, CancellationToken cancellationToken)
    {
        var told = lane.Newest;
        if (!(await ClaimAsync(lane, cancellationToken)).IsMine) return []; // it is being brought
        var log = await store.ReadLogAsync(lane.Conversation, lane.Delivered, cancellationToken);
        if (!log.IsEmpty) lane.Delivered = log[^1].Sequence;
        await references.ReleaseAsync(lane.Conversation, lane.Delivered, cancellationToken);
        lane.Marked = lane.Delivered;
        await store.DeliveredAsync(lane.Conversation, Math.Max(told, lane.Delivered), cancellationToken);
        return lane.Reached is { Destination: var destination } ? [.. log.Where(entry => IsFor(entry, destination))] : [];
    }

    // What answers another channel stays there.
    private static bool IsFor(LogEntry entry, IDestination destination) =>
        entry is { Message: not null, Taken: false } && string.Equals(entry.Channel, destination.Channel, StringComparison.Ordinal);

    /// <summary>Delivery of one conversation, held back.</summary>
    internal sealed class Hold(Deliveries deliveries, Lane lane) : IDisposable
    {
        /// <summary>Takes the replies of a turn, and what else waits, for the answer; it is delivered with that.</summary>
        /// <returns>In the order of the log.</returns>
        public Task<ImmutableArray<LogEntry>> TakeAsync(TurnResult result, CancellationToken cancellationToken) => deliveries.TakeAsync(lane, result, cancellationToken);

        /// <summary>Lets go: what waits is sent.</summary>
        public void Dispose()
        {
            lane.LetGo();
            lane.Leave();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Messages could not be delivered; they are tried again.")]
        public static partial void NotDelivered(ILogger logger, Exception error);
    }
}
