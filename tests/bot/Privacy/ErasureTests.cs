using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Tests.Archive;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Privacy;

/// <summary>A customer with a return, a complaint and conversations is erased; what was theirs is searched for in every byte.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Embedded_nothing_of_an_erased_customer_is_left()
    {
        await using (var bot = new ServedBot(directory.File("data"))) await EraseAsync(bot);
        SearchFiles(directory.Path);
    }

    [Fact]
    public async Task On_Redis_nothing_of_an_erased_customer_is_left()
    {
        Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");
        await using var redis = await RedisServer.StartAsync();
        string conversation;
        await using (var bot = new ServedBot(directory.File("data"), ("Redis:Configuration", redis.Configuration))) conversation = await EraseAsync(bot);

        Assert.DoesNotContain(conversation, await redis.AskAsync("KEYS", "*"), StringComparison.Ordinal);
        SearchFiles(directory.Path);
        SearchFiles(redis.Folder);
    }

    [Fact]
    public async Task What_the_law_wants_kept_is_sealed_and_put_apart_and_goes_when_its_time_is_over()
    {
        await using var bot = new ServedBot(directory.File("data"));
        await EraseAsync(bot);
        await using var database = await bot.Get<IDbContextFactory<ShopDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

        var apart = await database.StatutoryRecords.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["cases", "customers", "orders", "returns"], apart.Select(row => row.Kind).Order());
        var who = JsonDocument.Parse(bot.Get<DocumentSeal>().Open(apart.Single(row => row.Kind == "customers").Document)).RootElement;
        Assert.Equal(Canaries.Name, who.GetProperty("name").GetString());
        var opened = apart.Single(row => row.Kind == "cases");
        Assert.Equal(opened.RecordedOn.AddYears(3), opened.KeepUntil);

        bot.Clock.Shift += TimeSpan.FromDays(3 * 365 + 10);
        await bot.Get<RetentionRounds>().LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["customers", "orders", "returns"], await KindsAsync());
        bot.Clock.Shift += TimeSpan.FromDays(2 * 365 + 10);
        await bot.Get<RetentionRounds>().LookAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await KindsAsync());

        async Task<List<string>> KindsAsync() => await database.StatutoryRecords.AsNoTracking().Select(row => row.Kind).Distinct().OrderBy(kind => kind).ToListAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_customer_whom_nobody_knows_is_not_erased()
    {
        await using var bot = new ServedBot(directory.File("data"));
        await bot.StockAsync();
        Assert.Null(await bot.Get<Erasure>().EraseAsync("nobody", TestContext.Current.CancellationToken));
    }

    public void Dispose() => directory.Dispose();

    private static async Task<string> EraseAsync(ServedBot bot)
    {
        await bot.StockAsync();
        var customer = await bot.CustomerAsync();
        await customer.UntilReceiptAsync("반품할래요");
        await customer.UntilReceiptAsync("불만을 접수하고 싶어요");
        await ServedBot.UntilAsync(async () => (await bot.Get<ConversationBook>().OfAsync("K1", TestContext.Current.CancellationToken)).FirstOrDefault());

        var report = await bot.Get<Erasure>().EraseAsync("K1", TestContext.Current.CancellationToken);

        Assert.Equal(1, report?.Conversations);
        Assert.Null((await bot.Get<IContextStore>().LoadAsync(customer.Conversation, "directline", "", TestContext.Current.CancellationToken)).Context);
        Assert.Empty(await bot.Get<IContextStore>().ReadJournalAsync(customer.Conversation, TestContext.Current.CancellationToken));
        return customer.Conversation;
    }

    private static void SearchFiles(string folder) => Assert.Empty(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => Canaries.In(File.ReadAllBytes(file)).Select(canary => $"{canary} in {Path.GetFileName(file)}")));
}
