using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Migrations;
using ServiceBot.Bot.Shop.Rows;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>The store's tables: made once, by however many nodes start at once.</summary>
public abstract class StoreTests : ShopContract
{
    private protected StoreTests(DatabaseKind kind) : base(kind)
    {
    }

    [Fact]
    public async Task Opening_a_store_again_changes_nothing()
    {
        await using var shop = await EmptyAsync();
        await using var database = shop.CreateDbContext();

        Assert.Equal(0, await ShopMigrations.ApplyAsync(database, shop.Engine, TemporaryShop.Now, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_make_the_store_once()
    {
        await using var shop = await TemporaryShop.BlankAsync(Kind);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => shop.Store.PrepareAsync(TestContext.Current.CancellationToken))));

        await using var database = shop.CreateDbContext();
        Assert.Equal(ShopMigrations.Versions, (await database.Database.SqlQueryRaw<int>("SELECT version AS \"Value\" FROM shop_version").ToListAsync(TestContext.Current.CancellationToken)).Order());
    }

    [Fact]
    public async Task Nodes_that_start_at_once_load_the_demo_shop_once()
    {
        await using var shop = await EmptyAsync();

        var loads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => shop.Demo.LoadIntoEmptyAsync(TestContext.Current.CancellationToken))));

        Assert.Single(loads, load => load is not null);
    }

    [Fact]
    public async Task Every_table_and_column_of_the_model_is_in_the_store()
    {
        await using var shop = await EmptyAsync();
        await using var database = shop.CreateDbContext();

        foreach (var type in database.Model.GetEntityTypes())
        {
            var inStore = await (Kind == DatabaseKind.Sqlite
                ? database.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({type.GetTableName()})")
                : database.Database.SqlQuery<string>($"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = {type.GetTableName()}"))
                .ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(type.GetProperties().Select(property => property.GetColumnName()).Order(StringComparer.Ordinal), inStore.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        await using var shop = await EmptyAsync();
        await using var database = shop.CreateDbContext();
        await database.Database.ExecuteSqlRawAsync("INSERT INTO shop_version VALUES (9000, 'later', '')", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<StartRefusedException>(() => shop.Store.PrepareAsync(TestContext.Current.CancellationToken));

        Assert.Contains("version 9000", error.Message, StringComparison.Ordinal);
    }
}

/// <inheritdoc/>
public sealed class StoreOnSqliteTests() : StoreTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class StoreOnPostgreSqlTests() : StoreTests(DatabaseKind.PostgreSQL);
