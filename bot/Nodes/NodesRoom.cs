using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;

namespace ServiceBot.Bot.Nodes;

/// <summary>Registers what the nodes of one bot share.</summary>
internal static class NodesRoom
{
    /// <summary>With Redis configured, the way to it and the bus over it; else this node is the only one. Needs <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RedisSettings>(RedisSettings.Section);
        if (string.IsNullOrEmpty(configuration[$"{RedisSettings.Section}:{nameof(RedisSettings.Configuration)}"]))
            return services.AddSingleton<INodeBus, OneNode>();
        services
            .AddSingleton(Open)
            .AddSingleton<INodeBus, RedisBus>()
            .AddSingleton<RedisPulse>()
            .AddHostedService(all => all.GetRequiredService<RedisPulse>())
            .PostConfigure<HostSettings>(host => host.DrainSeconds ??= 2)
            .AddHealthChecks().AddCheck<RedisAnswers>("redis");
        return services;
    }

    private static RedisLink Open(IServiceProvider all)
    {
        var logger = all.GetRequiredService<ILogger<RedisLink>>();
        var redis = RedisLink.Open(all.GetRequiredService<IOptions<RedisSettings>>().Value, all.GetRequiredService<TimeProvider>(), logger);
        try
        {
            RedisCheck.Check(RedisFacts.Ask(redis.Multiplexer), logger);
            return redis;
        }
        catch
        {
            redis.Dispose();
            throw;
        }
    }
}
