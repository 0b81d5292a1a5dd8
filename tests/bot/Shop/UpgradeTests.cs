using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Migrations;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Stores that earlier programs wrote, kept in <c>Versions</c> by the number of migrations that they had run; each is opened by this program.</summary>
public abstract class UpgradeTests : ShopContract
{
    private protected UpgradeTests(DatabaseKind kind) : base(kind)
    {
    }

    private static int Newest => ShopMigrations.Versions.Count;

    private string Ending => Kind == DatabaseKind.Sqlite ? "db.gz" : "sql";

    public static TheoryData<int> Earlier => new(Enumerable.Range(1, Newest - 1));

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task A_store_of_an_earlier_program_is_upgraded_and_keeps_what_it_held(int migrations)
    {
        await using var shop = await WrittenByAsync(migrations);
        await shop.Store.PrepareAsync(TestContext.Current.CancellationToken);

        var order = await shop.OrderAsync();
        Assert.Equal(("20261118-0000001", 39_000L), (order.Id, order.Payments.Single().Reserved));
        var opened = Assert.Single(order.Returns);
        Assert.Equal(("R-20001", "planned"), (opened.Number, opened.Refunds.Single().Status));
        Assert.Equal("R-20001", (await shop.RunAsync("k1", TemporaryShop.Kettle())).Receipt?.Number);
        Assert.Equal("R-20002", (await shop.RunAsync("k2", TemporaryShop.Kettle())).Receipt?.Number);
    }

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task An_upgraded_store_has_the_tables_of_a_new_one(int migrations)
    {
        await using var upgraded = await WrittenByAsync(migrations);
        Assert.Equal(migrations, (await ColumnAsync(upgraded, "SELECT version AS \"Value\" FROM shop_version")).Count); // it is as old as it is called
        await upgraded.Store.PrepareAsync(TestContext.Current.CancellationToken);
        await using var new_ = await EmptyAsync();

        Assert.Equal(await TablesAsync(new_), await TablesAsync(upgraded));
    }

    /// <summary>With SERVICEBOT_ACCEPT=1 this writes the store of the version that the tests were built from, where it is missing.</summary>
    [Fact]
    public async Task Every_version_before_this_one_has_left_its_store()
    {
        if (Environment.GetEnvironmentVariable("SERVICEBOT_ACCEPT") == "1" && !File.Exists(FileOf(Newest))) await KeepAsync();
        Assert.All(Enumerable.Range(1, Newest - 1), migrations => Assert.True(
            File.Exists(FileOf(migrations)),
            $"There is no store of the program with {migrations} migrations: build the last commit that had so many, and run this test there with SERVICEBOT_ACCEPT=1."));
    }

    private string FileOf(int migrations) => Path.Combine(Repository.Root, "tests", "bot", "Shop", "Versions", $"{migrations}.{Ending}");

    private async Task<TemporaryShop> WrittenByAsync(int migrations)
    {
        var shop = await TemporaryShop.BlankAsync(Kind);
        if (shop.Engine is SqliteEngine sqlite)
        {
            await using var packed = new GZipStream(File.OpenRead(FileOf(migrations)), CompressionMode.Decompress);
            await using var file = File.Create(sqlite.File);
            await packed.CopyToAsync(file, TestContext.Current.CancellationToken);
            return shop;
        }
        await using var connection = new NpgsqlConnection(shop.Engine.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync(FileOf(migrations), TestContext.Current.CancellationToken);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return shop;
    }

    private async Task KeepAsync()
    {
        await using var shop = await TemporaryShop.WithOneOrderAsync(Kind, order => order.PaymentHistory.RemoveAt(1));
        await using (var database = shop.CreateDbContext())
            await database.Payments.Where(row => row.Id == "PAY-2").ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await shop.RunAsync("k1", TemporaryShop.Kettle());
        if (shop.Engine is SqliteEngine sqlite)
        {
            await using (var database = shop.CreateDbContext()) await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken);
            await using var packed = new GZipStream(File.Create(FileOf(Newest)), CompressionLevel.SmallestSize);
            await using var file = File.Open(sqlite.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await file.CopyToAsync(packed, TestContext.Current.CancellationToken);
            return;
        }
        var name = new NpgsqlConnectionStringBuilder(shop.Engine.ConnectionString).Database ?? "";
        await File.WriteAllTextAsync(FileOf(Newest), await (await PostgresServer.SharedAsync()).DumpAsync(name), TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> TablesAsync(TemporaryShop shop) => await ColumnAsync(shop, shop.Engine is SqliteEngine
        ? "SELECT m.name || '.' || c.name AS Value FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1"
        : "SELECT table_name || '.' || column_name || ' ' || data_type AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1");

    private static async Task<List<string>> ColumnAsync(TemporaryShop shop, string sql)
    {
        await using var database = shop.CreateDbContext();
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var all = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) all.Add(rows.GetValue(0).ToString() ?? "");
        return all;
    }
}

/// <inheritdoc/>
public sealed class UpgradeOnSqliteTests() : UpgradeTests(DatabaseKind.Sqlite);

/// <inheritdoc/>
public sealed class UpgradeOnPostgreSqlTests() : UpgradeTests(DatabaseKind.PostgreSQL);
