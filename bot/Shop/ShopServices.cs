using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Demo;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Bot.Shop.Payments;
using ServiceBot.Bot.Shop.Promises;
using ServiceBot.Bot.Shop.Refunding;
using ServiceBot.Bot.Shop.Transfer;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Shop;

/// <summary>Registration of the shop.</summary>
internal static class ShopServices
{
    // A context that is kept holds some 25 KB, and on SQLite an open connection with its cache; of what a burst needs, no more stays for good.
    private const int ContextsKept = 128;

    /// <summary>
    /// Adds the system of record: what the dialogs read (<see cref="IFacts"/>) and do (<see cref="IEffects"/>), made ready at start.
    /// Needs a <see cref="TimeProvider"/> and the <see cref="DataDirectory"/>.
    /// </summary>
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddSingleton(provider => DatabaseEngines.From(provider.GetRequiredService<IOptions<DatabaseSettings>>().Value, provider.GetRequiredService<DataDirectory>()));
        services.AddTables<ShopDatabase>();
        services.AddSingleton<RefusedWrites>();
        services.AddSingleton<ShopCalls>();
        services.AddSingleton<ShopStore>();
        services.AddSingleton(PickupNumbers.ByChance);
        services.AddSingleton<IFacts, ShopQueries>();
        services.AddSingleton<IEffects, ShopEffects>();
        services.AddSingleton<ConversationBook>().AddSingleton<CustomerHistory>().AddSingleton<PromisedCallbacks>();
        services.AddSingleton<IPersonalRecords, ErasedCustomers>();
        services.AddSingleton<ShopImport>();
        services.AddSingleton<ShopExport>();
        services.AddSingleton<DemoShop>();
        services.AddShopSettings();
        services.AddSingleton(provider => new DemoOptions(provider.GetRequiredService<IOptions<ShopSettings>>().Value.Demo));
        services.AddHostedService<SharedShop>();
        services.AddHostedService<ShopStartup>();
        services.AddHealthChecks().AddCheck<ShopAnswers>("shop", timeout: TimeSpan.FromSeconds(2)).AddCheck<RefundStop>("refunds", timeout: TimeSpan.FromSeconds(2));
        return services.AddRefunding();
    }

    /// <summary>Where the payment provider and the warehouse report.</summary>
    public static void MapShop(this IEndpointRouteBuilder routes)
    {
        routes.MapPaymentCallback();
        routes.MapWarehouse();
    }

    /// <summary>Adds what brings refund intents to the payment provider, and takes what it says. Needs the shop's database and its policy.</summary>
    public static IServiceCollection AddRefunding(this IServiceCollection services)
    {
        services.AddHttpClient(HttpPaymentProvider.Client, HttpPaymentProvider.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(3) })
            .RemoveAllLoggers();
        return services
            .AddSettings<PaymentSettings>(PaymentSettings.Section)
            .AddSingleton<IPaymentProvider, HttpPaymentProvider>()
            .AddSingleton<RefundMetrics>()
            .AddSingleton<RefundOutbox>()
            .AddSingleton<RefundProgress>()
            .AddSingleton<RefundSending>()
            .AddSingleton<RefundStop>()
            .AddSingleton<ReturnedGoods>()
            .AddSingleton<Reconciliation>()
            .AddSingleton<RefundDesk>()
            .AddHostedService<RefundDispatcher>()
            .AddHostedService<DemoWarehouse>();
    }

    /// <summary>Adds a room's own tables in the shop's database, which the shop's migrations make.</summary>
    public static IServiceCollection AddTables<TTables>(this IServiceCollection services) where TTables : DbContext =>
        services.AddPooledDbContextFactory<TTables>((provider, builder) => builder.UseShop(provider), ContextsKept);

    private static DbContextOptionsBuilder UseShop(this DbContextOptionsBuilder builder, IServiceProvider provider) =>
        builder.UseShop(provider.GetRequiredService<IDatabaseEngine>()).AddInterceptors(provider.GetRequiredService<RefusedWrites>());

    /// <summary>How every context of the shop connects.</summary>
    public static DbContextOptionsBuilder UseShop(this DbContextOptionsBuilder builder, IDatabaseEngine engine)
    {
        engine.Use(builder);
        // Every turn runs some; what is worth telling is told by the rooms themselves.
        return builder.ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
    }
}
