using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Demo;

namespace ServiceBot.Bot.Shop;

/// <summary>Makes the store ready before anything is served, and fills an empty one with the demo shop where that is wanted.</summary>
internal sealed partial class ShopStartup(
    ShopStore store, DemoShop demo, DemoOptions options, IDatabaseEngine engine, IConfiguration configuration, ILogger<ShopStartup> logger) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.PrepareAsync(cancellationToken);
        if (configuration["Redis:Configuration"] is { Length: > 0 } && engine is SqliteEngine) Log.OneNodeOnly(logger);
        if (options.Wanted && await demo.LoadIntoEmptyAsync(cancellationToken) is { Customers: > 0 } loaded) Log.DemoLoaded(logger, loaded.Customers, loaded.Orders);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning,
            "Live conversations are in Redis, but the shop is in a file of this node: another node would have a shop of its own, and refuses to start. Run one node only, or set Database:Provider to PostgreSQL.")]
        public static partial void OneNodeOnly(ILogger logger);

        [LoggerMessage(1, LogLevel.Information, "The demo shop was loaded: {Customers} customers, {Orders} orders.")]
        public static partial void DemoLoaded(ILogger logger, int customers, int orders);
    }
}
