using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Tests.Privacy;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Archive;

/// <summary>Where live conversations are kept is emptied in the middle of a dialog.</summary>
public sealed class RebuildTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Embedded_the_next_turn_starts_from_what_the_shop_knows_and_says_so()
    {
        await using var bot = new ServedBot(directory.File("data"));
        await LoseAsync(bot, customer => bot.Get<IContextStore>().RemoveAsync(customer.Conversation, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task On_Redis_the_next_turn_starts_from_what_the_shop_knows_and_says_so()
    {
        Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");
        await using var redis = await RedisServer.StartAsync();
        await using var bot = new ServedBot(directory.File("data"), ("Redis:Configuration", redis.Configuration));
        await LoseAsync(bot, _ => redis.AskAsync("FLUSHALL"));
    }

    public void Dispose() => directory.Dispose();

    private static async Task LoseAsync(ServedBot bot, Func<CanaryCustomer, Task> lose)
    {
        await bot.StockAsync();
        var customer = await bot.CustomerAsync();
        var number = await customer.UntilReceiptAsync("반품할래요");
        await customer.SayAsync("불만을 접수하고 싶어요");
        await ServedBot.UntilAsync(async () => await bot.Get<IFacts>().FetchAsync(new ConversationOf(customer.Conversation), TestContext.Current.CancellationToken) is KnownConversation { CustomerId: "K1" } known ? known : null);

        await lose(customer);
        var heardBefore = customer.Heard.Count;
        await customer.SayAsync("네");

        var told = string.Join('\n', customer.Heard.Skip(heardBefore + 1));
        Assert.Contains("대화를 이어갈 수 없게 되었어요", told, StringComparison.Ordinal);
        Assert.Contains(number, told, StringComparison.Ordinal);
        // Nobody asks who it is again, and nothing was registered by the yes to a question that is gone.
        Assert.StartsWith("C-", await customer.UntilReceiptAsync("불만을 접수하고 싶어요"), StringComparison.Ordinal);
        Assert.DoesNotContain(customer.Heard.Skip(heardBefore), said => said.Contains("본인 확인", StringComparison.Ordinal));
    }
}
