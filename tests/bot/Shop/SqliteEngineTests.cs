using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>The store as one file: durable, and clear about what is wrong with it.</summary>
public sealed class SqliteEngineTests
{
    private static readonly SqliteEngine Engine = new("Data Source=shop.db");

    [Fact]
    public async Task A_commit_is_on_the_disk_before_it_is_answered()
    {
        await using var shop = await TemporaryShop.EmptyAsync(DatabaseKind.Sqlite);
        await using var database = shop.CreateDbContext();

        Assert.Equal("wal", await database.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await database.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_by_its_name()
    {
        await using var shop = await TemporaryShop.EmptyAsync(DatabaseKind.Sqlite);
        var file = ((SqliteEngine)shop.Engine).File;
        SqliteConnection.ClearAllPools();
        File.Delete(file + "-wal");
        await File.WriteAllTextAsync(file, new string('x', 8192), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<StartRefusedException>(() => shop.Store.PrepareAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"'{file}' is damaged or not a SQLite database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_said_in_plain_words() => Assert.Contains("The disk is full", Engine.Explain(new SqliteException("", 13)), StringComparison.Ordinal);

    [Fact]
    public void A_locked_file_is_said_in_plain_words() => Assert.Contains("is locked by another program", Engine.Explain(new SqliteException("", 5)), StringComparison.Ordinal);

    [Fact]
    public void A_connection_string_that_makes_no_sense_is_shown()
    {
        using var directory = new HeldFolder();
        var error = Assert.Throws<StartRefusedException>(() => DatabaseEngines.From(new() { ConnectionString = "Colour=blue" }, directory.Held));
        Assert.Contains("Database:ConnectionString is 'Colour=blue'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_no_connection_string_the_store_lies_in_the_data_directory()
    {
        using var directory = new HeldFolder();
        Assert.EndsWith("shop.db", Assert.IsType<SqliteEngine>(DatabaseEngines.From(new(), directory.Held)).File, StringComparison.Ordinal);
    }

    private sealed class HeldFolder : IDisposable
    {
        private readonly TemporaryDirectory folder = new();

        public HeldFolder() => Held = DataDirectory.Hold(folder.Path);

        public DataDirectory Held { get; }

        public void Dispose()
        {
            Held.Dispose();
            folder.Dispose();
        }
    }
}
