using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.BotFramework.Connector;

/// <summary>
/// Brings what the bot says to channels, in the order of the log and only from the log, so after the commit: answers, and what nobody asked
/// for. Each conversation has a mark of how far it was delivered; a crash between sending and marking sends one message again.
/// </summary>
internal sealed partial class Delivery(
    IContextStore store, INotices notices, IConversationReferences references, ConnectorClient connector, IOptions<ExpectationsOptions> expectations, TimeProvider clock,
    ILogger<Delivery> logger) : BackgroundService
{
    private static readonly TimeSpan Watched = TimeSpan.FromDays(30);
    private static readonly TimeSpan Lookback = TimeSpan.FromHours(1);
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private const int MostWaits = 200;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly IConversationReferences references = references;
    private readonly ILogger<Delivery> logger = logger;
    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private CancellationToken stopping;

    /// <summary>Keeps how a conversation is reached, and delivers from its log from now on.</summary>
    public async Task WatchAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        await references.SaveAsync(reference, clock.GetUtcNow(), cancellationToken);
        Watch(reference.ConversationId).Reference = reference;
    }

    /// <summary>As <see cref="WatchAsync"/>, and holds delivery back until disposed, so that an answer can take the messages along.</summary>
    public async Task<Hold> HoldAsync(ConversationReference reference, CancellationToken cancellationToken)
    {
        await references.SaveAsync(reference, clock.GetUtcNow(), cancellationToken);
        var lane = Watch(reference.ConversationId);
        lane.Reference = reference;
        await lane.Gate.WaitAsync(cancellationToken);
        try
        {
            return new Hold(this, lane, await ClaimAsync(lane, cancellationToken));
        }
        catch
        {
            lane.Gate.Release();
            throw;
        }
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        stopping = stoppingToken;
        foreach (var conversation in await references.SinceAsync(clock.GetUtcNow() - Watched, stoppingToken)) Watch(conversation).Nudge();
        using var sweeps = new PeriodicTimer(BetweenSweeps, clock);
        while (await sweeps.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow();
            foreach (var lane in lanes.Values)
            {
                if (now - lane.Touched > Watched && lanes.TryRemove(lane.Conversation, out _)) lane.Dispose();
                else if (lane.Failed || now - lane.Touched < Lookback) lane.Nudge();
            }
        }
    }

    public override void Dispose()
    {
        foreach (var lane in lanes.Values) lane.Dispose();
        base.Dispose();
    }

    private Lane Watch(string conversation)
    {
        var lane = lanes.GetOrAdd(conversation, id => new Lane(id, DrainAsync, notices));
        lane.Touched = clock.GetUtcNow();
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
            lane.Failed = false;
            var claim = await ClaimAsync(lane, stopping);
            if (claim.IsMine) await DeliverAsync(lane, claim, stopping);
            else lane.Failed = true; // another node delivers; the next sweep sees to what is left
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
            if (claim is { IsMine: true, Reference: null } && lane.Reference is { } known)
            {
                await references.SaveAsync(known, clock.GetUtcNow(), cancellationToken); // the store has lost it
                return claim with { Reference = known };
            }
            if (claim.IsMine || waits == MostWaits) return claim;
            await Task.Delay(Moment, clock, cancellationToken);
        }
    }

    private async Task DeliverAsync(Lane lane, DeliveryClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            if (claim.Reference is { } reference) await DeliverAsync(lane, reference, claim.Delivered, cancellationToken);
        }
        finally
        {
            await references.ReleaseAsync(lane.Conversation, 0, CancellationToken.None);
        }
    }

    private async Task DeliverAsync(Lane lane, ConversationReference reference, long delivered, CancellationToken cancellationToken)
    {
        var answered = new Dictionary<long, string>();
        foreach (var entry in await store.ReadLogAsync(lane.Conversation, delivered, cancellationToken))
        {
            if (ActivityOf(entry) is { Id: { Length: > 0 } id }) answered[entry.Sequence] = id;
            if (IsFor(entry, reference) && entry.Message is { } message)
            {
                var replyTo = entry.ReplyTo is { } asked ? answered.GetValueOrDefault(asked) : null;
                var sending = await connector.SendAsync(reference.Address(Render(message, reference), replyTo), cancellationToken);
                if (sending == Sending.Failed && clock.GetUtcNow() - entry.At < GivenUp)
                {
                    lane.Failed = true;
                    return; // in order: what comes later waits
                }
            }
            if (entry.Message is not null) await references.DeliveredAsync(lane.Conversation, entry.Sequence, cancellationToken);
        }
    }

    private async Task<ImmutableArray<Activity>> TakeAsync(Lane lane, DeliveryClaim claim, Activity inbound, TurnResult result, CancellationToken cancellationToken)
    {
        if (result.Replies.IsEmpty || (claim.Reference ?? lane.Reference) is not { } reference) return [];
        var delivered = claim.Delivered;
        var first = result.Sequence > 0 ? result.Sequence : result.Replies[0].Sequence;
        var waiting = first > delivered + 1 ? await store.ReadLogAsync(lane.Conversation, delivered, cancellationToken) : result.Replies;
        var taken = result.Replies.Concat(waiting).Where(entry => IsFor(entry, reference)).DistinctBy(entry => entry.Sequence).OrderBy(entry => entry.Sequence).ToList();
        await references.ReleaseAsync(lane.Conversation, Math.Max(waiting[^1].Sequence, result.Replies[^1].Sequence), cancellationToken);
        var asked = result.Replies[0].ReplyTo;
        return [.. taken.Select(entry => reference.Address(Render(entry.Message, reference), entry.ReplyTo is null || entry.ReplyTo == asked ? inbound.Id : null))];
    }

    private Activity Render(Message? message, ConversationReference reference) =>
        OutgoingMessage.From(message ?? new Message(""), ChannelAbilities.Of(reference.ChannelId), expectations.Value.Expose ?? false);

    // Wakes and outcomes speak on the machine's own channel; what answers another channel stays there.
    private static bool IsFor(LogEntry entry, ConversationReference reference) =>
        entry.Message is not null
        && (string.Equals(entry.Channel, ChannelAbilities.Of(reference.ChannelId).Name, StringComparison.Ordinal) || string.Equals(entry.Channel, Channel.Internal.Name, StringComparison.Ordinal));

    private static Activity? ActivityOf(LogEntry entry) =>
        entry.Original is { } original && ActivityJson.TryRead(Encoding.UTF8.GetBytes(original), out var activity, out _) ? activity : null;

    /// <summary>Delivery of one conversation, held back.</summary>
    internal sealed class Hold(Delivery delivery, Lane lane, DeliveryClaim claim) : IAsyncDisposable
    {
        private bool isReleased;

        /// <summary>Takes the replies, and what else waits, for the answer; it is delivered with that.</summary>
        public async Task<ImmutableArray<Activity>> TakeAsync(Activity inbound, TurnResult result, CancellationToken cancellationToken)
        {
            var taken = await delivery.TakeAsync(lane, claim, inbound, result, cancellationToken);
            isReleased = !result.Replies.IsEmpty;
            return taken;
        }

        /// <summary>Lets go: what waits is sent.</summary>
        public async ValueTask DisposeAsync()
        {
            try
            {
                if (claim.IsMine && !isReleased) await delivery.references.ReleaseAsync(lane.Conversation, 0, CancellationToken.None);
            }
            catch (StoreUnavailableException error)
            {
                Log.NotDelivered(delivery.logger, error); // the claim runs out by itself
            }
            lane.Gate.Release();
            lane.Nudge();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Messages could not be delivered; they are tried again.")]
        public static partial void NotDelivered(ILogger logger, Exception error);
    }
}
