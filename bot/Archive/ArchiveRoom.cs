using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Archive;

/// <summary>Registers what keeps conversations beyond their live context.</summary>
internal static class ArchiveRoom
{
    /// <summary>Adds the notes in the shop's records and the archive. Needs the rooms of the shop, of the context and of privacy.</summary>
    public static IServiceCollection AddArchive(this IServiceCollection services)
    {
        services
            .AddSettings<ArchiveSettings>(ArchiveSettings.Section)
            .AddSingleton<ConversationRecorder>()
            .AddSingleton<ArchivedJournals>()
            .AddSingleton<Archiver>()
            .AddSingleton<IPersonalRecords, ConversationRecords>()
            .AddHostedService(all => all.GetRequiredService<ConversationRecorder>())
            .AddHostedService(all => all.GetRequiredService<Archiver>());
        var live = services.Last(service => service.ServiceType == typeof(IContextStore)).ImplementationFactory
            ?? throw new InvalidOperationException("The room of the context is added before the archive.");
        return services.AddSingleton<IContextStore>(all => new NotedContextStore((IContextStore)live(all), all.GetRequiredService<ConversationRecorder>()));
    }
}
