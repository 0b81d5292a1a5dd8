using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework.Authentication;
using ServiceBot.Bot.BotFramework.Connector;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.BotFramework;

/// <summary>Registration of the Bot Framework's edge.</summary>
/// <summary>Registration of the Bot Framework's edge.</summary>
internal static class BotFrameworkRoom
{
    /// <summary>Needs the room of delivery.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<BotFrameworkOptions>(BotFrameworkOptions.Section);
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsRules>();
        services.AddExpectations(configuration);
        services.AddPhotos();
        services.AddSingleton<ChannelKeys>();
        services.AddSingleton<ChannelAuthentication>();
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<ConnectorToken>();
        services.AddSingleton<ConnectorClient>();
        // The clients' own logs would hold addresses, and in them the ids of conversations.
        services.AddHttpClient(nameof(ConnectorClient)).ConfigurePrimaryHttpMessageHandler(all => all.GetRequiredService<ServiceUrls>().Handler()).RemoveAllLoggers();
        services.AddHttpClient(nameof(ConnectorToken)).RemoveAllLoggers();
        services.AddHttpClient(nameof(ChannelKeys)).RemoveAllLoggers();
        services.AddSingleton<ConnectorChannel>().AddSingleton<IPushChannel>(all => all.GetRequiredService<ConnectorChannel>()).AddSingleton<IShowsTyping>(all => all.GetRequiredService<ConnectorChannel>());
        services.AddSingleton<PhotoFetch>();
        services.AddSingleton<ActivityTurns>();
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }

    /// <summary>Whether programs are told what is expected; shared with Direct Line.</summary>
    public static IServiceCollection AddExpectations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ExpectationsOptions>("Expectations").AddOptions<ExpectationsOptions>()
            .PostConfigure((ExpectationsOptions options, IHostEnvironment host) => options.Expose ??= host.IsDevelopment());
        return services;
    }

    /// <summary>Where photographs are kept; shared with Direct Line. Needs the rooms of the shop and of privacy.</summary>
    public static IServiceCollection AddPhotos(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(PhotoStore))) return services;
        services.AddTables<PhotoDatabase>();
        services.AddSingleton(all => ActivatorUtilities.CreateInstance<ShopShelf>(all)).AddSingleton<IPersonalRecords>(all => all.GetRequiredService<ShopShelf>());
        services.TryAddSingleton<IPhotoShelf>(all => all.GetRequiredService<ShopShelf>());
        services.AddSingleton<PhotoStore>();
        services.AddSingleton<AttachedPhotos>();
        return services;
    }

    public static WebApplication MapBotFramework(this WebApplication app)
    {
        app.MapPost("/api/messages", app.Services.GetRequiredService<MessagesEndpoint>().PostAsync);
        return app;
    }
}
