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
internal sealed partial class Deliveries : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(16);

    private readonly IContextStore store;
    private readonly INotices notices;
    private readonly IConversationReferences references;
    private readonly TimeProvider clock;
    private readonly ILogger<Deliveries> logger;
    private readonly LaneDelivery delivery;
    private readonly Lanes lanes;
    private readonly CancellationTokenSource givesUp = new();
    private readonly CancellationTokenSource restsNoMore = new();
    private readonly Lock ending = new();
    private IDisposable? listening;
    private Task? end;

    public Deliveries(IContextStore store, INotices notices, IConversationReferences references, IEnumerable<IPushChannel> channels, RefusedMessages refused, TimeProvider clock, ILogger<Deliveries> logger)
    {
        (this.store, this.notices, this.references, this.clock, this.logger) = (store, notices, references, clock, logger);
        delivery = new LaneDelivery(store, references, channels, refused, clock);
        lanes = new Lanes(DrainAsync, clock);
    }

    /// <summary>How many conversations this node remembers at the moment; for measuring and tests.</summary>
    public int Remembering => lanes.Count;

    /// <summary>Keeps how a conversation is reached, from now on.</summary>
    public async Task KeepAsync(string conversation, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken)
    {
        var lane = await EnterAsync(conversation, reference, cancellationToken);
        lane.Leave();
    }

    /// <summary>
    /// As <see cref="KeepAsync"/>, and holds delivery back until disposed, so that an answer can take along what still waits. Where a slow channel is being
    /// sent something, nobody who says something waits for that long: the answer is then its own replies alone.
    /// </summary>
    public async Task<Hold> HoldAsync(string conversation, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken)
    {
        var lane = await EnterAsync(conversation, reference, cancellationToken);
        try
        {
            var isInside = await lane.Gate.WaitAsync(LongestHold, cancellationToken);
            if (isInside) lane.Hold();
            return new Hold(delivery, lane, isInside);
        }
        catch
        {
            lane.Leave();
            throw;
        }
    }

    /// <summary>Takes up what was left, by any node, and forgets what has rested.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        lanes.DropRested(clock.GetUtcNow() - Remembered);
        foreach (var (conversation, sequence) in await store.UndeliveredAsync(cancellationToken)) Grown(conversation, sequence);
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listening = notices.OnPublished(Grown);
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Begins nothing any more, and lets what is being sent end: sent and not marked, it would be sent again by another node.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (ending) return end ??= EndAsync(cancellationToken); // whoever stops it a second time waits for the same end
    }

    public override void Dispose()
    {
        lock (ending) end ??= Task.CompletedTask;
        listening?.Dispose();
        restsNoMore.Dispose();
        givesUp.Dispose();
        base.Dispose();
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        listening?.Dispose();
        await restsNoMore.CancelAsync();
        await base.StopAsync(cancellationToken);
        for (var waited = TimeSpan.Zero; waited < LongestEnd && lanes.AreUsed; waited += Moment) await Task.Delay(Moment, clock, CancellationToken.None);
        await givesUp.CancelAsync();
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

    private void Grown(string conversation, long sequence)
    {
        if (delivery.ChannelOf(conversation) is null) return;
        var lane = lanes.Enter(conversation);
        lane.Grown(sequence);
        lane.Leave();
    }

    private async Task<Lane> EnterAsync(string conversation, ReadOnlyMemory<byte> reference, CancellationToken cancellationToken)
    {
        await references.SaveAsync(conversation, reference, clock.GetUtcNow(), cancellationToken);
        var lane = lanes.Enter(conversation);
        delivery.Read(lane, reference);
        return lane;
    }

    // A store that fails for a moment, or a node that died while it delivered, costs whoever waits for an answer that moment and no more; what lasts is left to the looks.
    private async Task DrainAsync(Lane lane)
    {
        for (var rest = ShortestRest; !await TryDrainAsync(lane) && rest <= LongestRest && !restsNoMore.IsCancellationRequested; rest *= 2)
            await Task.Delay(rest, clock, restsNoMore.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever stops tries once more, and no longer
    }

    [SuppressMessage("Design", "CA1031", Justification = "The rim of a background work: the failure is logged, and it is tried again.")]
    private async Task<bool> TryDrainAsync(Lane lane)
    {
        var entered = false;
        try
        {
            await lane.Gate.WaitAsync(givesUp.Token);
            entered = true;
            return await delivery.DeliverAsync(lane, givesUp.Token);
        }
        catch (Exception error)
        {
            if (!givesUp.IsCancellationRequested) Log.NotDelivered(logger, error);
            return false;
        }
        finally
        {
            if (entered) lane.Gate.Release();
        }
    }

    /// <summary>Delivery of one conversation, held back.</summary>
    internal sealed class Hold(LaneDelivery delivery, Lane lane, bool isInside) : IDisposable
    {
        /// <summary>Takes the replies of a turn, and what else waits, for the answer; it is delivered with that.</summary>
        /// <returns>In the order of the log.</returns>
        public Task<ImmutableArray<LogEntry>> TakeAsync(TurnResult result, CancellationToken cancellationToken) =>
            isInside ? delivery.TakeAsync(lane, result, cancellationToken) : Task.FromResult(result.Replies);

        /// <summary>Lets go: what waits is sent.</summary>
        public void Dispose()
        {
            if (isInside) lane.LetGo();
            lane.Leave();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Messages could not be delivered; they are tried again.")]
        public static partial void NotDelivered(ILogger logger, Exception error);
    }
}
