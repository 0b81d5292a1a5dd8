using System.Collections.Immutable;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Conversations.Races;

/// <summary>A store as one node reaches it, held up where a race needs that.</summary>
internal sealed class WatchedStore(IContextStore inner) : IContextStore
{
    /// <summary>Awaited after a conversation was loaded for an event, before it is answered.</summary>
    public Func<string, Task> HasLoaded { get; init; } = _ => Task.CompletedTask;

    /// <summary>Awaited before the commit of an event.</summary>
    public Func<string, Task> Commits { get; init; } = _ => Task.CompletedTask;

    /// <summary>Called after it.</summary>
    public Action<string> HasCommitted { get; init; } = _ => { };

    /// <summary>Awaited before the log is read.</summary>
    public Func<Task> Reads { get; init; } = () => Task.CompletedTask;

    public async Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken)
    {
        var found = await inner.LoadAsync(conversationId, channel, eventId, cancellationToken);
        await HasLoaded(eventId).WaitAsync(cancellationToken);
        return found;
    }

    public async Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        await Commits(commit.EventId).WaitAsync(cancellationToken);
        var done = await inner.CommitAsync(commit, cancellationToken);
        HasCommitted(commit.EventId);
        return done;
    }

    public async Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken)
    {
        await Reads().WaitAsync(cancellationToken);
        return await inner.ReadLogAsync(conversationId, after, cancellationToken);
    }

    public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => inner.UndeliveredAsync(cancellationToken);

    public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => inner.DeliveredAsync(conversationId, sequence, cancellationToken);

    public Task RemoveAsync(string conversationId, CancellationToken cancellationToken) => inner.RemoveAsync(conversationId, cancellationToken);

    public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => inner.ReadJournalAsync(conversationId, cancellationToken);

    public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) => inner.DueAsync(now, orphanedBefore, most, cancellationToken);
}
