using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using ServiceBot.Bot.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>Notices between turns and readers, on this node directly and on the others over the bus.</summary>
internal sealed partial class Notices : INotices, IDisposable
{
    private const string Subject = "log";
    private const int MostRemembered = 100_000;
    // A store that comes back with less than it had does so within minutes.
    private static readonly MemoryCacheEntryOptions Remembered = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(15) };

    private readonly INodeBus bus;
    private readonly ILogger<Notices> logger;
    private readonly MemoryCache newest = new(new MemoryCacheOptions { SizeLimit = MostRemembered });
    private readonly ConcurrentDictionary<string, ImmutableArray<Subscription>> subscriptions = new(StringComparer.Ordinal);
    private ImmutableArray<Listener> listeners = [];

    public Notices(INodeBus bus, ILogger<Notices> logger)
    {
        this.bus = bus;
        this.logger = logger;
        bus.Hear(Subject, Hear);
    }

    /// <inheritdoc/>
    public void Publish(string conversationId, long sequence)
    {
        TellHere(conversationId, sequence);
        foreach (var listener in listeners) Tell(() => listener.OnGrown(conversationId, sequence));
        bus.Tell(Subject, string.Create(CultureInfo.InvariantCulture, $"{sequence} {conversationId}"));
    }

    /// <inheritdoc/>
    public long NewestOf(string conversationId) => newest.Get<long>(conversationId);

    /// <inheritdoc/>
    public IDisposable Subscribe(string conversationId, Action<long> onGrown)
    {
        var subscription = new Subscription(this, conversationId, onGrown);
        subscriptions.AddOrUpdate(conversationId, _ => [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    /// <inheritdoc/>
    public IDisposable OnPublished(Action<string, long> onGrown)
    {
        var listener = new Listener(this, onGrown);
        ImmutableInterlocked.Update(ref listeners, others => others.Add(listener));
        return listener;
    }

    /// <summary>How many conversations have a reader; for measuring and tests.</summary>
    public int Watched => subscriptions.Count;

    /// <inheritdoc/>
    public void Dispose() => newest.Dispose();

    private void Hear(string notice)
    {
        var end = notice.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && long.TryParse(notice.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) TellHere(notice[(end + 1)..], sequence);
    }

    private void TellHere(string conversationId, long sequence)
    {
        if (sequence > NewestOf(conversationId)) newest.Set(conversationId, sequence, Remembered);
        if (!subscriptions.TryGetValue(conversationId, out var readers))
            return;
        foreach (var reader in readers)
            Tell(() => reader.OnGrown(sequence));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "A reader's failure must not reach the turn that publishes.")]
    private void Tell(Action reader)
    {
        try
        {
            reader();
        }
        catch (Exception fault)
        {
            Log.ReaderFailed(logger, fault);
        }
    }

    private void Remove(Subscription subscription)
    {
        // The entry goes with its last reader; a reader that joins meanwhile makes the comparison fail, and we look again.
        while (subscriptions.TryGetValue(subscription.ConversationId, out var readers))
        {
            var left = readers.Remove(subscription);
            var removed = left.IsEmpty
                ? subscriptions.TryRemove(KeyValuePair.Create(subscription.ConversationId, readers))
                : subscriptions.TryUpdate(subscription.ConversationId, left, readers);
            if (removed)
                return;
        }
    }

    private sealed class Subscription(Notices notices, string conversationId, Action<long> onGrown) : IDisposable
    {
        public string ConversationId => conversationId;
        public Action<long> OnGrown => onGrown;
        public void Dispose() => notices.Remove(this);
    }

    private sealed class Listener(Notices notices, Action<string, long> onGrown) : IDisposable
    {
        public Action<string, long> OnGrown => onGrown;
        public void Dispose() => ImmutableInterlocked.Update(ref notices.listeners, others => others.Remove(this));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A reader of the log failed on a notice.")]
        public static partial void ReaderFailed(ILogger logger, Exception fault);
    }
}
