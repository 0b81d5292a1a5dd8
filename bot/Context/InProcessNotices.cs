using System.Collections.Concurrent;
using System.Collections.Immutable;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>Notices between the sockets and turns of one process.</summary>
internal sealed partial class InProcessNotices(ILogger<InProcessNotices> logger) : INotices
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Subscription>> subscriptions = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Publish(string conversationId, long sequence)
    {
        if (!subscriptions.TryGetValue(conversationId, out var readers))
            return;
        foreach (var reader in readers)
            Tell(reader, sequence);
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(string conversationId, Action<long> onGrown)
    {
        var subscription = new Subscription(this, conversationId, onGrown);
        subscriptions.AddOrUpdate(conversationId, _ => [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    /// <summary>How many conversations have a reader; for measuring and tests.</summary>
    public int Watched => subscriptions.Count;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "A reader's failure must not reach the turn that publishes.")]
    private void Tell(Subscription reader, long sequence)
    {
        try
        {
            reader.OnGrown(sequence);
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

    private sealed class Subscription(InProcessNotices notices, string conversationId, Action<long> onGrown) : IDisposable
    {
        public string ConversationId => conversationId;
        public Action<long> OnGrown => onGrown;
        public void Dispose() => notices.Remove(this);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A reader of the log failed on a notice.")]
        public static partial void ReaderFailed(ILogger logger, Exception fault);
    }
}
