using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>The conversations that this node wrote last, as they were written. Whoever goes on from one learns by the commit whether another node wrote since.</summary>
internal sealed class RecentContexts : IDisposable
{
    // Some tens of kilobytes each, with what was read of the shop for them. Who says nothing for longer is read from the store.
    private const int Most = 2_000;
    private static readonly MemoryCacheEntryOptions Lately = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(15) };
    private static readonly MemoryCacheEntryOptions Soon = new() { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) };

    private readonly MemoryCache contexts = new(new MemoryCacheOptions { SizeLimit = Most });
    private readonly MemoryCache ahead = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What was written last, with what was foreseen since, or null where it is not known; not to be changed.</summary>
    public ConversationContext? Of(string conversationId)
    {
        if (contexts.Get<ConversationContext>(conversationId) is not { } known) return null;
        if (ahead.Get<Foreseen>(conversationId) is not { } foreseen || foreseen.Version != known.Version) return known;
        var ready = known.Copy();
        ready.Known = [.. foreseen.Facts, .. known.Known.Where(fact => !foreseen.Facts.Any(newer => newer.Need.Key == fact.Need.Key))];
        return ready;
    }

    /// <summary>Remembers what was just written: as it is now, whatever is done with the object afterwards.</summary>
    public void Keep(ConversationContext context) => contexts.Set(context.Id, context.Copy(), Lately);

    /// <summary>Remembers what the turn after a version may need.</summary>
    public void Foresee(string conversationId, long version, ImmutableArray<KnownFact> facts) => ahead.Set(conversationId, new Foreseen(version, facts), Soon);

    /// <summary>Forgets what is out of date, or removed.</summary>
    public void Forget(string conversationId)
    {
        contexts.Remove(conversationId);
        ahead.Remove(conversationId);
    }

    public void Dispose()
    {
        contexts.Dispose();
        ahead.Dispose();
    }

    private sealed record Foreseen(long Version, ImmutableArray<KnownFact> Facts);
}
