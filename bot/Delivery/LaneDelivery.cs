using System.Collections.Immutable;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Delivery;

/// <summary>What is done in a lane by whoever is inside: what waits is claimed, read from the log in order, sent or taken along, and marked.</summary>
internal sealed class LaneDelivery(IContextStore store, IConversationReferences references, IEnumerable<IPushChannel> channels, RefusedMessages refused, TimeProvider clock)
{
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(1);

    private const int MostWaits = 14;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    // Well within the thirty seconds that a claim lasts.
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromSeconds(10);

    private readonly ImmutableArray<IPushChannel> channels = [.. channels];

    /// <summary>The channel that has to be brought what is said in a conversation; null where whoever is there reads it from the log.</summary>
    public IPushChannel? ChannelOf(string conversation)
    {
        foreach (var channel in channels)
            if (channel.Has(conversation)) return channel;
        return null;
    }

    /// <summary>Reads how the lane's conversation is reached, and remembers it there.</summary>
    public IDestination Read(Lane lane, ReadOnlyMemory<byte> reference)
    {
        if (lane.Reached is { } known && known.Reference.Span.SequenceEqual(reference.Span)) return known.Destination;
        var destination = (ChannelOf(lane.Conversation) ?? throw new InvalidOperationException($"Nobody brings messages to '{lane.Conversation}'.")).DestinationOf(reference);
        lane.Reached = new Reached(reference, destination);
        return destination;
    }

    /// <summary>Brings what waits. What nobody has to bring, since an answer took it along, is read without a claim.</summary>
    /// <returns>False where another node delivers there, which may have read the log before: somebody has to look again soon.</returns>
    public async Task<bool> DeliverAsync(Lane lane, CancellationToken cancellationToken)
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
                return true;
            }
        }
        var claim = await ClaimAsync(lane, cancellationToken);
        if (!claim.IsMine) return false;
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
        return true;
    }

    /// <summary>A turn's replies and what else waits, for its answer; from then on it counts as delivered.</summary>
    /// <returns>In the order of the log.</returns>
    public async Task<ImmutableArray<LogEntry>> TakeAsync(Lane lane, TurnResult result, CancellationToken cancellationToken)
    {
        if (result.Replies.IsEmpty) return [];
        ImmutableArray<LogEntry> waiting = [];
        if (result.Context is { } context && context.ToDeliver <= lane.Delivered) lane.Delivered = Math.Max(lane.Delivered, result.Replies[^1].Sequence);
        else waiting = await WaitingAsync(lane, cancellationToken);
        return [.. result.Replies.Concat(waiting).DistinctBy(entry => entry.Sequence).OrderBy(entry => entry.Sequence)];
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
                var sending = await ClaimedAsync(lane, destination.SendAsync(lane.Conversation, entry, entry.ReplyTo is { } asked ? cameIn.GetValueOrDefault(asked) : null, cancellationToken));
                if (sending == Sending.Failed && clock.GetUtcNow() - entry.At < GivenUp) return false; // in order: what comes later waits
                if (sending != Sending.Sent) await refused.TellAsync(lane.Conversation, entry, cancellationToken);
                if (entry.Sequence != log[^1].Sequence) await references.DeliveredAsync(lane.Conversation, entry.Sequence, cancellationToken); // the last one is marked as the claim is given back
            }
            lane.Delivered = entry.Sequence;
        }
        return true;
    }

    // A slow channel that is tried three times takes longer than a claim lasts; nobody else may send the same meanwhile.
    private async Task<Sending> ClaimedAsync(Lane lane, Task<Sending> sending)
    {
        while (true)
        {
            try
            {
                return await sending.WaitAsync(RenewedAfter, clock);
            }
            catch (TimeoutException) when (!sending.IsCompleted)
            {
                await RenewAsync(lane);
            }
        }
    }

    private async Task RenewAsync(Lane lane)
    {
        try
        {
            await references.ClaimAsync(lane.Conversation, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // What is being sent is waited for all the same; the claim is renewed the next time, if it is ours still.
        }
    }

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
}
