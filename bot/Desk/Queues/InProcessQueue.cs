using System.Collections.Immutable;

namespace ServiceBot.Bot.Desk.Queues;

/// <summary>The queue of one process: sorted sets under one lock. Nothing of it is written down, since every waiting customer has a row.</summary>
internal sealed class InProcessQueue : IQueueStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, QueueEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<Lane, Places> waiting = [];
    private readonly Dictionary<string, Offer> offers = new(StringComparer.Ordinal);

    public Task<bool> EnqueueAsync(QueueEntry entry, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var isNew = entries.TryAdd(entry.Id, entry);
            if (isNew) LaneOf(entry).Add(entry);
            else Move(entries[entry.Id], entry.Rank);
            return Task.FromResult(isNew);
        }
    }

    public Task<ImmutableArray<QueueEntry>> PeekAsync(Lane lane, int most, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(First(waiting.GetValueOrDefault(lane)?.All, most));
    }

    public Task<ImmutableArray<QueueEntry>> PeekChatsAsync(Lane lane, int most, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(First(waiting.GetValueOrDefault(lane)?.Chats, most));
    }

    public Task<bool> ClaimAsync(string id, string agentId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (offers.ContainsKey(id) || !entries.TryGetValue(id, out var entry)) return Task.FromResult(false);
            LaneOf(entry).Remove(entry);
            offers.Add(id, new Offer(entry, agentId, until));
            return Task.FromResult(true);
        }
    }

    public Task<QueueEntry?> TakeAsync(string id, string agentId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!offers.TryGetValue(id, out var offer) || offer.AgentId != agentId) return Task.FromResult<QueueEntry?>(null);
            offers.Remove(id);
            entries.Remove(id);
            return Task.FromResult<QueueEntry?>(offer.Entry);
        }
    }

    public Task<bool> ReleaseAsync(string id, string agentId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!offers.TryGetValue(id, out var offer) || offer.AgentId != agentId) return Task.FromResult(false);
            offers.Remove(id);
            entries[id] = offer.Entry with { PassedBy = offer.Entry.PassedBy.Contains(agentId) ? offer.Entry.PassedBy : offer.Entry.PassedBy.Add(agentId), PassedAt = now };
            LaneOf(offer.Entry).Add(offer.Entry);
            return Task.FromResult(true);
        }
    }

    public Task<Offer?> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (entries.Remove(id, out var entry)) LaneOf(entry).Remove(entry);
            return Task.FromResult(offers.Remove(id, out var offer) ? offer : null);
        }
    }

    public Task<ImmutableArray<Offer>> OffersAsync(CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(offers.Values.ToImmutableArray());
    }

    public Task<ImmutableArray<LaneLength>> LengthsAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<ImmutableArray<LaneLength>>([.. from lane in waiting
                let offered = offers.Values.Where(offer => offer.Entry.Lane == lane.Key).ToArray()
                let places = lane.Value.All
                where places.Count + offered.Length > 0
                let oldest = offered.Select(offer => offer.Entry.Since).Concat(places.Count > 0 ? [entries[places.Min.Id].Since] : []).Min()
                select new LaneLength(lane.Key, places.Count + offered.Length, oldest)]);
    }

    public Task<int> PositionAsync(Lane lane, string? id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var places = waiting.GetValueOrDefault(lane)?.All ?? [];
            if (id is not null && offers.ContainsKey(id)) return Task.FromResult(1);
            if (id is null || !entries.TryGetValue(id, out var entry)) return Task.FromResult(places.Count + 1);
            return Task.FromResult(places.GetViewBetween((long.MinValue, ""), (entry.Rank, entry.Id)).Count);
        }
    }

    private void Move(QueueEntry held, long rank)
    {
        var moved = entries[held.Id] = held with { Rank = rank };
        if (offers.TryGetValue(held.Id, out var offer)) offers[held.Id] = offer with { Entry = offer.Entry with { Rank = rank } };
        else if (LaneOf(held).Remove(held)) LaneOf(held).Add(moved);
    }

    private ImmutableArray<QueueEntry> First(SortedSet<(long Rank, string Id)>? places, int most) => [.. (places ?? []).Take(most).Select(place => entries[place.Id])];

    private Places LaneOf(QueueEntry entry)
    {
        if (!waiting.TryGetValue(entry.Lane, out var places)) waiting.Add(entry.Lane, places = new());
        return places;
    }

    /// <summary>The places of a lane, and which of them are not callers'.</summary>
    private sealed class Places
    {
        public SortedSet<(long Rank, string Id)> All { get; } = [];
        public SortedSet<(long Rank, string Id)> Chats { get; } = [];

        public void Add(QueueEntry entry)
        {
            All.Add((entry.Rank, entry.Id));
            if (!entry.IsCall) Chats.Add((entry.Rank, entry.Id));
        }

        public bool Remove(QueueEntry entry)
        {
            Chats.Remove((entry.Rank, entry.Id));
            return All.Remove((entry.Rank, entry.Id));
        }
    }
}
