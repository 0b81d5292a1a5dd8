using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Migrations;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>The store's file: made, upgraded, durable, and clear about what is wrong.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task A_new_store_is_made_and_opening_it_again_changes_nothing()
    {
        await using var shop = await TemporaryShop.EmptyAsync();
        await using var database = shop.CreateDbContext();

        Assert.Equal(0, await ShopMigrations.ApplyAsync(database, TemporaryShop.Now, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_table_and_column_of_the_model_is_in_the_store()
    {
        await using var shop = await TemporaryShop.EmptyAsync();
        await using var database = shop.CreateDbContext();

        foreach (var type in database.Model.GetEntityTypes())
        {
            var inStore = await database.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({type.GetTableName()})").ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(type.GetProperties().Select(property => property.GetColumnName()).Order(StringComparer.Ordinal), inStore.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_commit_is_on_the_disk_before_it_is_answered()
    {
        await using var shop = await TemporaryShop.EmptyAsync();
        await using var database = shop.CreateDbContext();

        Assert.Equal("wal", await database.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await database.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        await using var shop = await TemporaryShop.EmptyAsync();
        await using var database = shop.CreateDbContext();
        await database.Database.ExecuteSqlRawAsync("INSERT INTO shop_version VALUES (9000, 'later', '')", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<StartRefusedException>(() => shop.Store.PrepareAsync(TestContext.Current.CancellationToken));

        Assert.Contains("version 9000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_by_its_name()
    {
        await using var shop = await TemporaryShop.EmptyAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(shop.Settings.File + "-wal");
        await File.WriteAllTextAsync(shop.Settings.File, new string('x', 8192), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<StartRefusedException>(() => shop.Store.PrepareAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"'{shop.Settings.File}' is damaged or not a SQLite database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_said_in_plain_words() => Assert.Contains("The disk is full", new DatabaseOptions("Data Source=shop.db").Refusal(new SqliteException("", 13)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_locked_file_is_said_in_plain_words() => Assert.Contains("is locked by another program", new DatabaseOptions("Data Source=shop.db").Refusal(new SqliteException("", 5)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_provider_that_is_not_there_is_named()
    {
        var error = Assert.Throws<StartRefusedException>(() => From("Database:Provider", "Oracle"));
        Assert.Contains("Database:Provider is 'Oracle'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_that_makes_no_sense_is_shown()
    {
        var error = Assert.Throws<StartRefusedException>(() => From("Database:ConnectionString", "Colour=blue"));
        Assert.Contains("Database:ConnectionString is 'Colour=blue'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_no_connection_string_the_store_lies_in_the_data_directory() => Assert.EndsWith("shop.db", From("Database:Provider", "sqlite").File, StringComparison.Ordinal);

    private static DatabaseOptions From(string setting, string value)
    {
        var folder = Directory.CreateTempSubdirectory("servicebot-shop-").FullName;
        try
        {
            using var directory = DataDirectory.Hold(folder);
            return DatabaseOptions.From(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(setting, value)]).Build(), directory);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
