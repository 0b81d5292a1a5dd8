using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Turns;

/// <summary>Puts the conversation core together: books, understanding, dialogs, pipeline.</summary>
internal static class TurnsRoom
{
    /// <summary>Needs the ports of the turns and the <see cref="ShopPolicy"/> from other rooms.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSettings<SentenceSettings>(SentenceSettings.Section)
        .AddSingleton(provider => provider.GetRequiredService<IOptions<SentenceSettings>>().Value.ReadBooks())
        .AddSingleton(provider => new SentenceRenderer(provider.GetRequiredService<SentenceBooks>(), provider.GetRequiredService<ShopPolicy>().TimeZone))
        .AddSingleton(provider => new PatternUnderstanding(new() { OrderNumbers = [.. provider.GetRequiredService<ShopPolicy>().Identity.OrderNumbers.Select(pattern => pattern.ToString())] }))
        .AddSingleton<IUnderstanding>(provider => provider.GetRequiredService<PatternUnderstanding>())
        .AddSingleton(provider => provider.GetRequiredService<PatternUnderstanding>().Insults)
        .AddSingleton(_ => DialogCatalog.Create())
        .AddSingleton(provider => new DialogRunner(
            provider.GetRequiredService<DialogCatalog>(), provider.GetRequiredService<ShopPolicy>(), provider.GetRequiredService<SentenceRenderer>(),
            provider.GetRequiredService<IOptions<SentenceSettings>>().Value.Level))
        .AddSingleton<TurnGate>()
        .AddSingleton<ITurnFailures, TurnFailures>()
        .AddSingleton<ITurns>(provider => ActivatorUtilities.CreateInstance<ForeseeingTurns>(provider, ActivatorUtilities.CreateInstance<TurnPipeline>(provider)))
        .AddHostedService<Waker>();
}
