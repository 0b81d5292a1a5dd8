using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>What PostgreSQL worked out for a statement is kept with the connection, and goes on holding when a newer version adds to the tables.</summary>
public sealed class PreparedStatementTests
{
    private const int OftenEnough = 6;

    [Fact]
    public async Task A_statement_that_is_asked_often_is_prepared_once()
    {
        await using var shop = await ShopAsync();
        await using var database = await AskedOftenAsync(shop);

        Assert.Equal(1, await PreparedAsync(database));
    }

    [Fact]
    public async Task A_column_that_a_newer_version_adds_disturbs_no_reader()
    {
        await using var shop = await ShopAsync();
        await using var database = await AskedOftenAsync(shop);
        await using (var newer = shop.CreateDbContext())
            await newer.Database.ExecuteSqlRawAsync("ALTER TABLE orders ADD COLUMN mood text NOT NULL DEFAULT 'calm'", TestContext.Current.CancellationToken);

        Assert.NotNull(await AskAsync(database));
        Assert.Equal(1, await PreparedAsync(database));
    }

    [Fact]
    public void The_operator_may_forbid_it() =>
        Assert.Contains("Max Auto Prepare=0", new PostgreSqlEngine("Host=127.0.0.1;Database=shop;Max Auto Prepare=0").ConnectionString, StringComparison.Ordinal);

    private static Task<TemporaryShop> ShopAsync()
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        return TemporaryShop.WithOneOrderAsync(DatabaseKind.PostgreSQL);
    }

    // One connection for all of it.
    private static async Task<ShopDatabase> AskedOftenAsync(TemporaryShop shop)
    {
        var database = shop.CreateDbContext();
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        for (var times = 0; times < OftenEnough; times++) Assert.NotNull(await AskAsync(database));
        return database;
    }

    private static Task<OrderRow?> AskAsync(ShopDatabase database) =>
        database.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.CustomerId == "K1", TestContext.Current.CancellationToken);

    private static Task<int> PreparedAsync(ShopDatabase database) =>
        database.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_prepared_statements WHERE statement LIKE '%orders%'").SingleAsync(TestContext.Current.CancellationToken);
}
