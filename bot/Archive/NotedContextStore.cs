using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Archive;

/// <summary>The store of live conversations, of which each commit may be noted in the shop's records.</summary>
internal sealed class NotedContextStore(IContextStore store, ConversationRecorder recorder) : IContextStore, IDisposable
{
    /// <inheritdoc/>
    public Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken) =>
        store.LoadAsync(conversationId, channel, eventId, cancellationToken);

    /// <inheritdoc/>
    public ConversationContext? Recall(string conversationId) => store.Recall(conversationId);

    /// <inheritdoc/>
    public void Foresee(string conversationId, long version, ImmutableArray<KnownFact> facts) => store.Foresee(conversationId, version, facts);

    /// <inheritdoc/>
    public async Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        var isWritten = await store.CommitAsync(commit, cancellationToken);
        if (isWritten) recorder.Note(commit.Context);
        return isWritten;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken) => store.ReadLogAsync(conversationId, after, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => store.ReadJournalAsync(conversationId, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) =>
        store.DueAsync(now, orphanedBefore, most, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => store.UndeliveredAsync(cancellationToken);

    /// <inheritdoc/>
    public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => store.DeliveredAsync(conversationId, sequence, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string conversationId, CancellationToken cancellationToken) => store.RemoveAsync(conversationId, cancellationToken);

    public void Dispose() => (store as IDisposable)?.Dispose();
}
