using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Context;

/// <summary>Registers where live conversations are kept.</summary>
internal static class ContextRoom
{
    /// <summary>Adds the embedded store under the data directory and notices within this process.</summary>
    public static IServiceCollection AddContext(this IServiceCollection services) => services
        .AddSingleton<StoredTurns>()
        .AddSingleton<IContextStore>(provider => EmbeddedContextStore.Open(
            provider.GetRequiredService<DataDirectory>().File("context.db"), provider.GetRequiredService<StoredTurns>()))
        .AddSingleton<INotices, InProcessNotices>();
}
