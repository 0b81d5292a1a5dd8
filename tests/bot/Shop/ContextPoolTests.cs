using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Ways to the shop's database are kept for the next turn; what a burst needed beyond that is given back.</summary>
public sealed class ContextPoolTests
{
    private const int Burst = 300;

    [Fact]
    public async Task After_a_burst_a_hundred_and_twenty_eight_are_kept()
    {
        await using var shop = await TemporaryShop.WithOneOrderAsync(DatabaseKind.Sqlite);
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(shop.Clock).AddSingleton(shop.Engine).AddSingleton<RefusedWrites>().AddTables<ShopDatabase>().BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<ShopDatabase>>();

        var before = await AtOnceAsync(contexts);
        var after = await AtOnceAsync(contexts);

        Assert.Equal(128, after.Intersect(before).Count());
    }

    private static async Task<HashSet<ShopDatabase>> AtOnceAsync(IDbContextFactory<ShopDatabase> contexts)
    {
        var all = new HashSet<ShopDatabase>(ReferenceEqualityComparer.Instance);
        for (var number = 0; number < Burst; number++) Assert.True(all.Add(await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken)));
        foreach (var context in all) await context.DisposeAsync();
        return all;
    }
}
