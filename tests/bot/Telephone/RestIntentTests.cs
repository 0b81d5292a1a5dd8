using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Databases;
using ServiceBot.Bot.Telephone.Records;
using ServiceBot.Bot.Tests.Shop;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What shall be made once at the telephone company, as both databases keep it: one node asks, and others hear what came of it.</summary>
public sealed class RestIntentTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Abandoned = Noon.AddSeconds(-30);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSQL")]
    public async Task One_asks_and_whoever_comes_later_hears_what_came_of_it(string kind)
    {
        var (intents, _) = await OpenAsync(kind);

        Assert.Equal(RestIntentState.New, (await intents.TakeUpAsync("said:1", Noon, Abandoned, Stop)).State);
        Assert.Equal(RestIntentState.UnderWay, (await intents.TakeUpAsync("said:1", Noon.AddSeconds(1), Abandoned, Stop)).State);
        Assert.Equal(RestIntentState.Doubtful, (await intents.TakeUpAsync("said:1", Noon.AddSeconds(40), Noon.AddSeconds(10), Stop)).State);
        await intents.FulfilAsync("said:1", "SM1", Stop);

        var later = await intents.TakeUpAsync("said:1", Noon.AddDays(1), Noon, Stop);
        Assert.Equal((RestIntentState.Fulfilled, "SM1", Noon), (later.State, later.Sid, later.FirstAt));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSQL")]
    public async Task Of_two_that_come_at_once_one_asks(string kind)
    {
        var (intents, _) = await OpenAsync(kind);

        var states = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => intents.TakeUpAsync("said:1", Noon, Abandoned, Stop)));

        Assert.Single(states, intent => intent.State == RestIntentState.New);
        Assert.Equal(3, states.Count(intent => intent.State == RestIntentState.UnderWay));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSQL")]
    public async Task After_a_month_an_intent_is_forgotten_and_a_younger_one_is_not(string kind)
    {
        var (intents, records) = await OpenAsync(kind);
        await intents.TakeUpAsync("said:old", Noon, Abandoned, Stop);
        await intents.FulfilAsync("said:old", "SM1", Stop);
        await intents.TakeUpAsync("said:young", Noon.AddDays(2), Abandoned, Stop);
        await intents.FulfilAsync("said:young", "SM2", Stop);

        await records.ExpireAsync(DateOnly.FromDateTime(Noon.AddDays(31).UtcDateTime), Stop);

        Assert.Equal(RestIntentState.New, (await intents.TakeUpAsync("said:old", Noon.AddDays(31), Noon, Stop)).State);
        Assert.Equal(RestIntentState.Fulfilled, (await intents.TakeUpAsync("said:young", Noon.AddDays(31), Noon, Stop)).State);
    }

    private async Task<(RestIntents, TelephoneRecords)> OpenAsync(string kind)
    {
        var engine = await TestDatabases.NewAsync(Enum.Parse<DatabaseKind>(kind), folder, blank: false);
        await new ShopStore(new Factory<ShopDatabase>(() => new ShopDatabase(Options<ShopDatabase>(engine))), engine, new FixedClock(Noon)).PrepareAsync(Stop);
        var databases = new Factory<TelephoneDatabase>(() => new TelephoneDatabase(Options<TelephoneDatabase>(engine)));
        return (new RestIntents(databases), new TelephoneRecords(databases, new NoSound()));
    }

    private static DbContextOptions<T> Options<T>(IDatabaseEngine engine) where T : DbContext => (DbContextOptions<T>)new DbContextOptionsBuilder<T>().UseShop(engine).Options;

    private sealed class Factory<T>(Func<T> open) : IDbContextFactory<T> where T : DbContext
    {
        public T CreateDbContext() => open();
    }

    private sealed class NoSound : IRecordedSound
    {
        public Task<Stream?> OpenAsync(string sid, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

        public Task<bool> EraseAsync(string sid, CancellationToken cancellationToken) => Task.FromResult(true);
    }
}
