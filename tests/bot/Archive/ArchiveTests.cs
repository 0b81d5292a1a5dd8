using ServiceBot.Bot.Archive;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Bot.Tests.Privacy;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Archive;

/// <summary>Conversations that have ended are found in the shop's records by customer, dialog, time and masked words.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Embedded_a_conversation_that_ended_is_archived_and_found()
    {
        await using var bot = new ServedBot(directory.File("data"));
        await ArchiveAsync(bot);
    }

    [Fact]
    public async Task On_Redis_a_conversation_that_ended_is_archived_and_found()
    {
        Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");
        await using var redis = await RedisServer.StartAsync();
        await using var bot = new ServedBot(directory.File("data"), ("Redis:Configuration", redis.Configuration));
        await ArchiveAsync(bot);
    }

    public void Dispose() => directory.Dispose();

    private static async Task ArchiveAsync(ServedBot bot)
    {
        await bot.StockAsync();
        var customer = await bot.CustomerAsync();
        await customer.UntilReceiptAsync($"머그컵 말고 주전자 반품할래요, 카드는 {Canaries.Card}");
        var book = bot.Get<ConversationBook>();
        await ServedBot.UntilAsync(async () => (await book.OfAsync("K1", TestContext.Current.CancellationToken)).FirstOrDefault());

        await bot.Get<Archiver>().LookAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await FindAsync(new())); // it is not over yet
        bot.Clock.Shift += TimeSpan.FromHours(25);
        await bot.Get<Archiver>().LookAsync(TestContext.Current.CancellationToken);

        var archived = Assert.Single(await FindAsync(new() { CustomerId = "K1", Dialog = "return", Words = "주전자 [card]" }));
        Assert.Equal(customer.Conversation, archived.Id);
        Assert.Empty(Canaries.In(archived.Words));
        Assert.Empty(Canaries.In(archived.Journal ?? []));
        Assert.Equal(DateOnly.FromDateTime(archived.LastAt.AddHours(9).DateTime).AddYears(3), archived.KeepUntil);
        Assert.Empty(await FindAsync(new() { CustomerId = "K2" }));
        Assert.Empty(await FindAsync(new() { Dialog = "complaint" }));
        Assert.Empty(await FindAsync(new() { Words = "냉장고" }));
        Assert.Empty(await FindAsync(new() { To = archived.StartedAt.AddDays(-1) }));

        var journal = bot.Get<ArchivedJournals>().Read(archived);
        Assert.Empty(JournalReplay.Run(bot.Get<DialogRunner>(), journal).Differences);
        Assert.Equal(archived.Turns, journal.Length);

        Task<List<ConversationRow>> FindAsync(ConversationQuery query) => book.SearchAsync(query, TestContext.Current.CancellationToken);
    }
}
