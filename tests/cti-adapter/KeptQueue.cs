using System.Collections.Concurrent;
using System.Collections.Immutable;
using ServiceBot.CtiAdapter.Queueing;

namespace ServiceBot.CtiAdapter.Tests;

/// <summary>A queue in memory, by the rule that every store of it follows.</summary>
internal sealed class KeptQueue : IQueuedCalls
{
    private readonly ConcurrentDictionary<string, QueuedCall> calls = new(StringComparer.Ordinal);

    public Task<QueuedCall?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(calls.GetValueOrDefault(id));

    public Task<ImmutableArray<QueuedCall>> OpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult(calls.Values.Where(call => call.State != QueuedCallState.Ended).OrderBy(call => call.Rank).ToImmutableArray());

    public async Task<QueuedCall?> OfConversationAsync(string conversation, CancellationToken cancellationToken) =>
        (await OpenAsync(cancellationToken)).LastOrDefault(call => call.Conversation == conversation);

    public Task<bool> SaveAsync(QueuedCall call, CancellationToken cancellationToken)
    {
        var next = call with { Version = call.Version + 1 };
        return Task.FromResult(call.Version == 0 ? calls.TryAdd(call.Id, next) : calls.TryGetValue(call.Id, out var kept) && kept.Version == call.Version && calls.TryUpdate(call.Id, next, kept));
    }
}
