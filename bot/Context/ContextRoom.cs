using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>Registers where live conversations are kept.</summary>
internal static class ContextRoom
{
    /// <summary>Adds the store in Redis, or where there is none the embedded one under the data directory. Needs the room of the nodes.</summary>
    public static IServiceCollection AddContext(this IServiceCollection services) => services
        .AddSingleton<StoredTurns>()
        .AddSingleton<RecentContexts>()
        .AddSingleton<IContextStore>(all => all.GetService<RedisLink>() is not null
            ? ActivatorUtilities.CreateInstance<RedisContextStore>(all)
            : EmbeddedContextStore.Open(all.GetRequiredService<DataDirectory>().File("context.db"), all.GetRequiredService<StoredTurns>(), all.GetRequiredService<RecentContexts>()))
        .AddSingleton<INotices, Notices>();
}
