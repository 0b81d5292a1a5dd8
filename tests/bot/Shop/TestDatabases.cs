using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>Real databases for tests: a file each on SQLite, and a database each on one PostgreSQL of this run.</summary>
internal static class TestDatabases
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int made;

    /// <summary>A database of a test's own; the test is skipped where the server is not installed.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="folder">Where a file may lie.</param>
    /// <param name="blank">Whether even the tables are missing; else they may be there already.</param>
    public static async Task<IDatabaseEngine> NewAsync(DatabaseKind kind, TemporaryDirectory folder, bool blank)
    {
        if (kind == DatabaseKind.Sqlite) return new SqliteEngine($"Data Source={folder.File("shop.db")}");
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        return new PostgreSqlEngine(await CopyAsync(blank ? "template0" : await Template.Value));
    }

    /// <summary>Closes what is kept open to a database.</summary>
    public static async Task ForgetAsync(IDatabaseEngine engine)
    {
        if (engine is SqliteEngine)
        {
            await using var file = new SqliteConnection(engine.ConnectionString);
            SqliteConnection.ClearPool(file);
            return;
        }

        await using var server = new NpgsqlConnection(engine.ConnectionString);
        NpgsqlConnection.ClearPool(server);
    }

    // Making the tables takes longer than most tests.
    private static async Task<string> MakeTemplateAsync()
    {
        var engine = new PostgreSqlEngine(await CopyAsync("template0"));
        var options = (DbContextOptions<ShopDatabase>)new DbContextOptionsBuilder<ShopDatabase>().UseShop(engine).Options;
        await new ShopStore(new Factory(options), engine, new FixedClock(TemporaryShop.Now)).PrepareAsync(CancellationToken.None);
        await ForgetAsync(engine);
        return new NpgsqlConnectionStringBuilder(engine.ConnectionString).Database ?? throw new InvalidOperationException("The template has no name.");
    }

    private static async Task<string> CopyAsync(string template)
    {
        var server = await PostgresServer.SharedAsync();
        var name = $"shop_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString("postgres", server.Port));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {template}";
        await command.ExecuteNonQueryAsync();
        return PostgresServer.ConnectionString(name, server.Port) + ";Maximum Pool Size=12;Connection Idle Lifetime=5;Connection Pruning Interval=2";
    }

    private sealed class Factory(DbContextOptions<ShopDatabase> options) : IDbContextFactory<ShopDatabase>
    {
        public ShopDatabase CreateDbContext() => new(options);
    }
}
