using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>What is kept between two readings of SQLite, so that the second costs less: the connection with its settings, and the worked-out query.</summary>
public sealed class PreparedReadsTests
{
    [Fact]
    public async Task A_context_that_comes_out_of_the_pool_again_has_its_connection_and_its_settings_still()
    {
        await using var shop = await TemporaryShop.WithOneOrderAsync(DatabaseKind.Sqlite);
        await using var services = Pool(shop);
        var pool = services.GetRequiredService<IDbContextFactory<ShopDatabase>>();
        await using (var first = await pool.CreateDbContextAsync(Stop)) await first.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE mine (id TEXT)", Stop);

        await using var again = await pool.CreateDbContextAsync(Stop);

        Assert.Equal(0, await again.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM mine").SingleAsync(Stop));
        Assert.Equal(2, await again.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Stop));
    }

    [Fact]
    public async Task The_same_query_runs_again_while_its_first_answer_is_still_being_read()
    {
        await using var shop = await TemporaryShop.WithOneOrderAsync(DatabaseKind.Sqlite);
        await using var database = shop.CreateDbContext();
        var query = database.OrderLines.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Id);
        var all = await query.ToArrayAsync(Stop);

        var pairs = new List<(string, string)>();
        foreach (var one in query)
            foreach (var other in query) pairs.Add((one, other));

        Assert.Equal(2, all.Length);
        Assert.Equal(all.SelectMany(_ => all, (one, other) => (one, other)), pairs);
    }

    [Fact]
    public async Task A_query_asks_anew_each_time_with_other_values_and_of_a_table_that_has_grown()
    {
        await using var shop = await TemporaryShop.WithOneOrderAsync(DatabaseKind.Sqlite);
        await using var database = shop.CreateDbContext();
        Task<int> LinesOf(string order) => database.OrderLines.CountAsync(row => row.OrderId == order, Stop);
        var order = await database.Orders.Select(row => row.Id).SingleAsync(Stop);
        Assert.Equal(2, await LinesOf(order));
        Assert.Equal(0, await LinesOf("no such order"));

        await using (var other = shop.CreateDbContext())
        {
            await other.Database.ExecuteSqlRawAsync("ALTER TABLE order_lines ADD COLUMN later TEXT", Stop);
            await other.OrderLines.Take(1).ExecuteDeleteAsync(Stop);
        }

        Assert.Equal(1, await LinesOf(order));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ServiceProvider Pool(TemporaryShop shop) =>
        new ServiceCollection().AddPooledDbContextFactory<ShopDatabase>(builder => builder.UseShop(shop.Engine)).BuildServiceProvider();
}
