using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Demo;
using ServiceBot.Bot.Tests;
using ServiceBot.Bot.Turns;

namespace ServiceBot.Conversations.Scripts;

/// <summary>The stores, the shop and the clock of one script: the demo shop as it stands when the script begins, in a folder of its own.</summary>
internal sealed class ScriptWorld : IDisposable
{
    private static readonly ConcurrentDictionary<DateTimeOffset, Lazy<Task<byte[]>>> Shops = new();
    private readonly TemporaryDirectory directory = new();

    private ScriptWorld(Script script, ImmutableDictionary<string, string?> stores)
    {
        Stores = stores;
        Clock = new ScriptClock(script.Start);
        Policy = script.Policy is { } policy ? Path.Combine(AppContext.BaseDirectory, policy) : "";
    }

    public ScriptClock Clock { get; }

    /// <summary>The policy file, or empty for the demo shop's.</summary>
    public string Policy { get; }

    /// <summary>Settings of the stores.</summary>
    public ImmutableDictionary<string, string?> Stores { get; }

    /// <summary>The data directory.</summary>
    public string Folder => directory.Path;

    public static async Task<ScriptWorld> CreateAsync(Script script, ScriptStores kind)
    {
        var stores = await kind.NewAsync();
        if (kind.HasPostgreSql)
            return new ScriptWorld(script, stores.AddRange(await ScriptStores.CopyShopAsync(script.Start, async database =>
            {
                using var folder = new TemporaryDirectory();
                await using var services = Compose(new ScriptClock(script.Start), folder.Path, "", database);
                await LoadAsync(services);
            })));
        var world = new ScriptWorld(script, stores);
        var shop = await Shops.GetOrAdd(script.Start, start => new(() => WriteShopAsync(start))).Value;
        await File.WriteAllBytesAsync(world.directory.File("shop.db"), shop);
        return world;
    }

    /// <summary>The rooms that a conversation needs, without an edge and without a server.</summary>
    public ServiceProvider Compose() => Compose(Clock, Folder, Policy, Stores);

    public void Dispose() => directory.Dispose();

    // Writing the demo shop takes longer than a conversation, so it is written once for each day that scripts begin on.
    private static async Task<byte[]> WriteShopAsync(DateTimeOffset start)
    {
        using var folder = new TemporaryDirectory();
        await using (var services = Compose(new ScriptClock(start), folder.Path, "", ImmutableDictionary<string, string?>.Empty))
        {
            await LoadAsync(services);
            await using var connection = new SqliteConnection(services.GetRequiredService<IDatabaseEngine>().ConnectionString);
            await connection.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync();
        }
        return await File.ReadAllBytesAsync(folder.File("shop.db"));
    }

    private static async Task LoadAsync(ServiceProvider services)
    {
        await services.GetRequiredService<ShopStore>().PrepareAsync(CancellationToken.None);
        await services.GetRequiredService<DemoShop>().LoadIntoEmptyAsync(CancellationToken.None);
    }

    private static ServiceProvider Compose(TimeProvider clock, string folder, string policy, ImmutableDictionary<string, string?> stores)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("Shop:Policy", (string?)policy), KeyValuePair.Create("Database:TurnDeadline", (string?)"00:01:00"), .. stores]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock)
            .AddSingleton(_ => DataDirectory.Hold(folder))
            .AddNodes(configuration)
            .AddPrivacy()
            .AddContext()
            .AddShop()
            .AddTurns()
            .BuildServiceProvider();
    }
}

/// <summary>A clock that moves only when a script says so.</summary>
internal sealed class ScriptClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}
