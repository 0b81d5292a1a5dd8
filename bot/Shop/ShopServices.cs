using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop.Demo;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Bot.Shop.Transfer;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Shop;

/// <summary>Registration of the shop.</summary>
internal static class ShopServices
{
    /// <summary>
    /// Adds the system of record: what the dialogs read (<see cref="IFacts"/>) and do (<see cref="IEffects"/>), made ready at start.
    /// Needs a <see cref="TimeProvider"/> and the <see cref="DataDirectory"/>.
    /// </summary>
    public static IServiceCollection AddShop(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => DatabaseOptions.From(configuration, provider.GetRequiredService<DataDirectory>()));
        services.AddPooledDbContextFactory<ShopDatabase>((provider, builder) => builder.UseShop(provider.GetRequiredService<DatabaseOptions>()));
        services.AddSingleton<ShopStore>();
        services.AddSingleton(PickupNumbers.ByChance);
        services.AddSingleton<IFacts, ShopQueries>();
        services.AddSingleton<IEffects, ShopEffects>();
        services.AddSingleton<ShopImport>();
        services.AddSingleton<ShopExport>();
        services.AddSingleton<DemoShop>();
        services.AddShopSettings();
        services.AddSingleton(provider => new DemoOptions(provider.GetRequiredService<IOptions<ShopSettings>>().Value.Demo));
        services.AddHostedService<ShopStartup>();
        return services;
    }

    /// <summary>How every context of the shop connects.</summary>
    public static DbContextOptionsBuilder UseShop(this DbContextOptionsBuilder builder, DatabaseOptions options) => builder
        .UseSqlite(options.ConnectionString)
        .AddInterceptors(new DurableConnection())
        // Every turn runs some; what is worth telling is told by the rooms themselves.
        .ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
}
