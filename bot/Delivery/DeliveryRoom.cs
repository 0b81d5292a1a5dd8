using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Delivery;

/// <summary>Registration of what brings messages to channels that have to be brought them.</summary>
internal static class DeliveryRoom
{
    /// <summary>Needs the rooms of nodes, privacy, context and turns; each <see cref="IPushChannel"/> comes from its own room.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<IConversationReferences>(all => all.GetService<RedisLink>() is not null
            ? ActivatorUtilities.CreateInstance<RedisReferences>(all)
            : new EmbeddedReferences(all.GetRequiredService<DataDirectory>().File("channels.db"), all.GetRequiredService<DocumentSeal>()))
        .AddSingleton<IPersonalRecords>(all => all.GetRequiredService<IConversationReferences>())
        .AddSingleton<RefusedMessages>()
        .AddSingleton<Deliveries>()
        .AddHostedService(all => all.GetRequiredService<Deliveries>());
}
