using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.BotFramework;

/// <summary>Registration of the Bot Framework's edge.</summary>
internal static class BotFrameworkRoom
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<BotFrameworkOptions>(BotFrameworkOptions.Section);
        services.AddExpectations(configuration);
        services.AddSingleton<ActivityTurns>();
        return services;
    }

    /// <summary>Whether programs are told what is expected; shared with Direct Line.</summary>
    public static IServiceCollection AddExpectations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ExpectationsOptions>("Expectations").AddOptions<ExpectationsOptions>()
            .PostConfigure((ExpectationsOptions options, IHostEnvironment host) => options.Expose ??= host.IsDevelopment());
        return services;
    }

    /// <summary>Where photographs are kept; shared with Direct Line.</summary>
    public static IServiceCollection AddPhotos(this IServiceCollection services)
    {
        services.TryAddSingleton(all => new PhotoStore(all.GetRequiredService<DataDirectory>().Path, all.GetRequiredService<TimeProvider>()));
        return services;
    }

    public static WebApplication MapBotFramework(this WebApplication app)
    {
        app.MapPost("/api/messages", MessagesEndpoint.PostAsync);
        return app;
    }
}
