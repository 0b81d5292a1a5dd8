using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Hosting;
using ServiceBot.Dialogs.Policies;

namespace ServiceBot.Bot.Shop;

/// <summary>Section <c>Shop</c>.</summary>
internal sealed class ShopSettings
{
    /// <summary>The shop's policy file; empty for the policy of the demo shop.</summary>
    public string Policy { get; set; } = "";

    /// <summary>Whether an empty store is filled with the demo shop.</summary>
    public bool Demo { get; set; }

    /// <summary>The key with which the warehouse reports goods that come back; empty: nobody may.</summary>
    [DataType(DataType.Password)]
    public string WarehouseKey { get; set; } = "";

    /// <summary>Whether goods come back, arrive and are inspected by themselves, a minute each; for demonstrations.</summary>
    public bool SimulateWarehouse { get; set; }

    /// <summary>Reads the policy.</summary>
    /// <exception cref="SettingsRefusedException">The file cannot be read, or is no policy; every error in it is told.</exception>
    public ShopPolicy ReadPolicy()
    {
        if (Policy.Length == 0)
            return ShopPolicy.KoreanDemo;
        try
        {
            return ShopPolicy.Parse(File.ReadAllText(Policy));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsRefusedException([$"Shop:Policy is '{Policy}': {fault.Message}"]);
        }
        catch (ShopPolicyException fault)
        {
            throw new SettingsRefusedException([.. fault.Errors.Select(error => $"Shop:Policy is '{Policy}': {error}")]);
        }
    }
}

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseSettings
{
    /// <summary>What keeps the shop.</summary>
    public DatabaseKind Provider { get; set; }

    /// <summary>What the provider connects to; empty, with SQLite, for <c>shop.db</c> in the data directory.</summary>
    [DataType(DataType.Password)]
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a turn waits for one answer of the shop; a customer hears an answer or an apology within three seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "it must be 00:00:00.1 to 00:10:00")]
    public TimeSpan TurnDeadline { get; set; } = TimeSpan.FromSeconds(2.5);
}

/// <summary>The databases that can keep the shop.</summary>
internal enum DatabaseKind
{
    /// <summary>One file, for one process.</summary>
    Sqlite,
    /// <summary>A server, for any number of nodes.</summary>
    PostgreSQL,
}

/// <summary>Registers the shop's settings.</summary>
internal static class ShopSettingsServices
{
    /// <summary>Adds the settings and the policy that they name.</summary>
    public static IServiceCollection AddShopSettings(this IServiceCollection services) => services
        .AddSettings<ShopSettings>("Shop")
        .AddSettings<DatabaseSettings>("Database")
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ShopSettings>>().Value.ReadPolicy());
}
