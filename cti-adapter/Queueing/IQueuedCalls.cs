using System.Collections.Immutable;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>Where callers who want a person are kept: a place in the queue is a promise, and outlives every node.</summary>
public interface IQueuedCalls
{
    /// <summary>One by its id, or null.</summary>
    Task<QueuedCall?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All that have not ended, whoever is next first.</summary>
    Task<ImmutableArray<QueuedCall>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The last one of a conversation that has not ended, or null.</summary>
    Task<QueuedCall?> OfConversationAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>Keeps one, if nobody changed it since it was read.</summary>
    /// <param name="call">With the version that was read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False, and nothing kept, where somebody did.</returns>
    Task<bool> SaveAsync(QueuedCall call, CancellationToken cancellationToken);
}

/// <summary>Changes under a race.</summary>
internal static class QueuedCallChanges
{
    private const int AttemptsAtMost = 16;

    /// <summary>Changes one, reading again where somebody else was first.</summary>
    /// <param name="calls">Where it is kept.</param>
    /// <param name="id">Which.</param>
    /// <param name="change">What becomes of it; null where nothing is to be changed any more.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>As it was kept, or null where there is none or nothing was changed.</returns>
    public static async Task<QueuedCall?> ChangeAsync(this IQueuedCalls calls, string id, Func<QueuedCall, QueuedCall?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AttemptsAtMost; attempt++)
        {
            if (await calls.FindAsync(id, cancellationToken) is not { } call || change(call) is not { } changed) return null;
            if (await calls.SaveAsync(changed, cancellationToken)) return changed with { Version = call.Version + 1 };
        }
        throw new InvalidOperationException($"The queued call '{id}' changed {AttemptsAtMost} times under one change.");
    }
}
