using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>The store on a server: what is wrong with it is told in plain words, and never a password.</summary>
public sealed class PostgreSqlEngineTests
{
    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_its_port()
    {
        var port = FreePort.Next();

        var error = await RefusedAsync($"Host=127.0.0.1;Port={port};Database=shop;Username=bot;Password=hush");

        Assert.Contains($"PostgreSQL at 127.0.0.1:{port} cannot be reached", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_with_what_makes_it()
    {
        var error = await RefusedAsync(await OnServerAsync(settings => settings.Database = "nowhere"));

        Assert.Contains("has no database 'nowhere'. Make it (CREATE DATABASE \"nowhere\")", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_is_refused_is_named()
    {
        var error = await RefusedAsync(await OnServerAsync(settings => settings.Username = "stranger"));

        Assert.Contains("refuses the user 'stranger'. Check Username and Password", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_forgets_what_it_acknowledged_is_refused()
    {
        var error = await RefusedAsync(await OnServerAsync(settings => settings.Options = "-c synchronous_commit=off"));

        Assert.Contains("has synchronous_commit 'off'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Colour=blue;Password=hush", "is not understood")]
    [InlineData("Database=shop;Password=hush", "names no Host")]
    [InlineData("Host=127.0.0.1;Password=hush", "names no Database")]
    [InlineData("", "Database:ConnectionString is empty")]
    public void A_connection_string_that_cannot_work_is_refused_and_not_shown(string text, string expected)
    {
        using var folder = new TemporaryDirectory();
        using var held = DataDirectory.Hold(folder.Path);

        var error = Assert.Throws<StartRefusedException>(() => DatabaseEngines.From(new() { Provider = DatabaseKind.PostgreSQL, ConnectionString = text }, held));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_writers_that_met_may_try_again()
    {
        var engine = new PostgreSqlEngine("Host=127.0.0.1;Database=shop");

        Assert.True(engine.IsPassing(new DbUpdateException("", new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected))));
        Assert.True(engine.IsPassing(new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure)));
        Assert.False(engine.IsPassing(new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.CheckViolation)));
    }

    private static async Task<string> OnServerAsync(Action<NpgsqlConnectionStringBuilder> change)
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        var settings = new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString("postgres", (await PostgresServer.SharedAsync()).Port));
        change(settings);
        return settings.ConnectionString;
    }

    private static async Task<string> RefusedAsync(string connectionString)
    {
        var engine = new PostgreSqlEngine(connectionString);
        var store = new ShopStore(new Factory((DbContextOptions<ShopDatabase>)new DbContextOptionsBuilder<ShopDatabase>().UseShop(engine).Options), engine, new FixedClock(TemporaryShop.Now));
        return (await Assert.ThrowsAsync<StartRefusedException>(() => store.PrepareAsync(TestContext.Current.CancellationToken))).Message;
    }

    private sealed class Factory(DbContextOptions<ShopDatabase> options) : IDbContextFactory<ShopDatabase>
    {
        public ShopDatabase CreateDbContext() => new(options);
    }
}
