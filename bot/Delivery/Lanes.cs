using System.Collections.Concurrent;

namespace ServiceBot.Bot.Delivery;

/// <summary>The lanes of this node: of one conversation there is never more than one that anybody uses, since two would send twice.</summary>
internal sealed class Lanes(Func<Lane, Task> drain, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Lane> all = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => all.Count;

    /// <summary>Whether anybody uses one.</summary>
    public bool AreUsed => all.Values.Any(lane => lane.IsUsed);

    /// <summary>The lane of a conversation, in use until <see cref="Lane.Leave"/>.</summary>
    public Lane Enter(string conversation)
    {
        while (true)
        {
            var lane = all.GetOrAdd(conversation, id => new Lane(id, drain));
            if (lane.TryEnter(clock.GetUtcNow())) return lane;
            all.TryRemove(KeyValuePair.Create(conversation, lane)); // dropped, and about to be removed
        }
    }

    /// <summary>Forgets those that nobody uses, nor has since then.</summary>
    public void DropRested(DateTimeOffset since)
    {
        foreach (var lane in all.Values)
            if (lane.TryDrop(since)) all.TryRemove(KeyValuePair.Create(lane.Conversation, lane));
    }
}
