using System.Collections.Immutable;

namespace ServiceBot.Bot.Desk.Queues;

/// <summary>
/// Who waits, and who is offered to whom. Every step is atomic, so that two agents never get one customer; what is lost with the store is put
/// back from the escalations' rows.
/// </summary>
internal interface IQueueStore
{
    /// <summary>Puts a customer into the queue, at the place of the rank; who is in it already moves there, and an offer stands.</summary>
    /// <returns>False where the customer was in it already.</returns>
    Task<bool> EnqueueAsync(QueueEntry entry, CancellationToken cancellationToken);

    /// <summary>Those of a lane who wait and are offered to nobody, in order.</summary>
    Task<ImmutableArray<QueueEntry>> PeekAsync(Lane lane, int most, CancellationToken cancellationToken);

    /// <summary>Those of a lane who wait in writing and are offered to nobody, in order, however many callers stand before them.</summary>
    Task<ImmutableArray<QueueEntry>> PeekChatsAsync(Lane lane, int most, CancellationToken cancellationToken);

    /// <summary>Offers a customer to an agent.</summary>
    /// <returns>False where the customer does not wait any more, or is offered to somebody.</returns>
    Task<bool> ClaimAsync(string id, string agentId, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Takes a customer out of the queue for the agent to whom they are offered.</summary>
    /// <returns>The entry, or null where the offer does not stand.</returns>
    Task<QueueEntry?> TakeAsync(string id, string agentId, CancellationToken cancellationToken);

    /// <summary>Ends an offer: the customer is at the old place again, and the agent is noted as one who passed.</summary>
    /// <returns>False where the offer did not stand.</returns>
    Task<bool> ReleaseAsync(string id, string agentId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes a customer out, wherever they are.</summary>
    /// <returns>The offer that ended by it, or null.</returns>
    Task<Offer?> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>All offers that stand.</summary>
    Task<ImmutableArray<Offer>> OffersAsync(CancellationToken cancellationToken);

    /// <summary>How long the lanes are; empty ones are left out.</summary>
    Task<ImmutableArray<LaneLength>> LengthsAsync(CancellationToken cancellationToken);

    /// <summary>The place of a customer among those of the lane, from 1; of one who is not in it, the place that the next would have.</summary>
    Task<int> PositionAsync(Lane lane, string? id, CancellationToken cancellationToken);
}
