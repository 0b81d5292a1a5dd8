using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Shop.Effects;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Shop;

/// <summary>The network between a node and PostgreSQL is cut, also in the middle of a commit: an effect happens once or not at all, and is found again by its key.</summary>
public sealed class CutConnectionTests
{
    private const int Rounds = 10;

    [Fact]
    public async Task An_effect_whose_answers_are_cut_at_any_moment_happens_once()
    {
        await using var shop = await ShopAsync();
        await using (var database = shop.CreateDbContext())
            await database.OrderLines.ExecuteUpdateAsync(set => set.SetProperty(row => row.Quantity, 1_000), TestContext.Current.CancellationToken);
        await using var node = new CutOff(shop);
        var effect = TemporaryShop.Kettle() with { Refunds = [] };
        await node.RunAsync("warm", effect);

        var cut = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var running = node.RunAsync($"k{round}", effect);
            // From the first statement to after the commit: the moments differ by what a transaction of some milliseconds takes.
            for (var turn = 0; turn < round * 50; turn++) await Task.Yield();
            node.Proxy.Traffic = Traffic.AnswersAreCut;
            try
            {
                await running;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                cut++;
            }

            node.Proxy.Traffic = Traffic.Passes;
            var outcome = await node.RunAsync($"k{round}", effect);
            Assert.Equal(OutcomeKind.Done, outcome.Kind);
            Assert.Equal(outcome, await node.RunAsync($"k{round}", effect));
        }

        await using var after = shop.CreateDbContext();
        Assert.Equal(Rounds + 1, await after.Returns.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Rounds + 1, await after.OrderLines.Where(line => line.Id == "1").Select(line => line.Returned).SingleAsync(TestContext.Current.CancellationToken));
        TestContext.Current.SendDiagnosticMessage("{0} of {1} effects were cut before they could answer.", cut, Rounds);
    }

    [Fact]
    public async Task Readiness_says_what_is_wrong_and_comes_back_by_itself()
    {
        await using var shop = await ShopAsync();
        await using var node = new CutOff(shop);
        Assert.Equal(HealthStatus.Healthy, (await node.HealthAsync()).Status);

        node.Proxy.Traffic = Traffic.IsRefused;
        var away = await node.HealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, away.Status);
        Assert.Contains($"PostgreSQL at 127.0.0.1:{node.Proxy.Port}", away.Description, StringComparison.Ordinal);

        node.Proxy.Traffic = Traffic.Passes;
        Assert.Equal(HealthStatus.Healthy, (await node.HealthAsync()).Status);
    }

    [Fact]
    public async Task A_turn_gives_up_at_its_deadline_where_the_server_says_nothing()
    {
        await using var shop = await ShopAsync();
        await using var node = new CutOff(shop);
        await node.RunAsync("warm", TemporaryShop.Kettle());
        node.Proxy.Traffic = Traffic.Vanishes;
        node.Deadline = TimeSpan.FromSeconds(1);

        await Assert.ThrowsAnyAsync<Exception>(() => node.RunAsync("k1", TemporaryShop.Kettle()).WaitAsync(TimeSpan.FromSeconds(30)));

        node.Proxy.Traffic = Traffic.Passes;
        node.Deadline = TimeSpan.FromMinutes(1);
        Assert.Equal(OutcomeKind.Done, (await node.RunAsync("k1", TemporaryShop.Kettle())).Kind);
    }

    private static Task<TemporaryShop> ShopAsync() => TemporaryShop.WithOneOrderAsync(DatabaseKind.PostgreSQL);

    /// <summary>A node that reaches the shop through a proxy.</summary>
    private sealed class CutOff : IDbContextFactory<ShopDatabase>, IAsyncDisposable
    {
        private readonly DbContextOptions<ShopDatabase> options;
        private readonly PostgreSqlEngine engine;
        private readonly TemporaryShop shop;

        public CutOff(TemporaryShop shop)
        {
            this.shop = shop;
            var direct = new NpgsqlConnectionStringBuilder(shop.Engine.ConnectionString);
            Proxy = new TcpProxy(direct.Port);
            direct.Port = Proxy.Port;
            engine = new PostgreSqlEngine(direct.ConnectionString);
            options = (DbContextOptions<ShopDatabase>)new DbContextOptionsBuilder<ShopDatabase>().UseShop(engine).Options;
        }

        public TcpProxy Proxy { get; }

        public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(1);

        public ShopDatabase CreateDbContext() => new(options);

        public Task<Outcome> RunAsync(string key, Effect effect) => new ShopEffects(
            this, new(engine, new ShiftedClock(), Options.Create(new DatabaseSettings { TurnDeadline = Deadline })), shop.Policy, PickupNumbers.ByChance)
            .RunAsync(key, effect, TemporaryShop.Now, TestContext.Current.CancellationToken);

        public Task<HealthCheckResult> HealthAsync() => new ShopAnswers(this, engine, new(engine, new ShiftedClock())).CheckHealthAsync(new(), TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            await TestDatabases.ForgetAsync(engine);
            await Proxy.DisposeAsync();
        }
    }
}
