using Microsoft.Extensions.Caching.Memory;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>The conversations that this node wrote last, as they were written. Whoever goes on from one learns by the commit whether another node wrote since.</summary>
internal sealed class RecentContexts : IDisposable
{
    // Some tens of kilobytes each, with what was read of the shop for them. Who says nothing for longer is read from the store.
    private const int Most = 2_000;
    private static readonly MemoryCacheEntryOptions Lately = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(15) };

    private readonly MemoryCache contexts = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What was written last, or null where it is not known; not to be changed.</summary>
    public ConversationContext? Of(string conversationId) => contexts.Get<ConversationContext>(conversationId);

    /// <summary>Remembers what was just written: as it is now, whatever is done with the object afterwards.</summary>
    public void Keep(ConversationContext context) => contexts.Set(context.Id, context.Copy(), Lately);

    /// <summary>Forgets what is out of date, or removed.</summary>
    public void Forget(string conversationId) => contexts.Remove(conversationId);

    public void Dispose() => contexts.Dispose();
}
