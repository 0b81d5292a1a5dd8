using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceBot.Bot.Archive;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.BotFramework.Connector;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.BotFramework.Uploads;
using ServiceBot.Bot.Desk.Inbox;
using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Tests.Archive;
using ServiceBot.Bot.Tests.Hosting;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Privacy;

/// <summary>A customer of whom every room keeps something is erased by <c>servicebot erase</c>; what was theirs is searched for in every byte.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Embedded_nothing_of_an_erased_customer_is_left()
    {
        await EraseByCommandAsync();
        SearchFiles(directory.Path);
    }

    [Fact]
    public async Task On_Redis_nothing_of_an_erased_customer_is_left()
    {
        Assert.SkipWhen(RedisServer.WhyMissing is not null, RedisServer.WhyMissing ?? "");
        await using var redis = await RedisServer.StartAsync();
        var conversation = await EraseByCommandAsync(("Redis:Configuration", redis.Configuration), ("Redis:DeadlineMilliseconds", "5000"));

        Assert.DoesNotContain(conversation, await redis.AskAsync("KEYS", "*"), StringComparison.Ordinal);
        SearchFiles(directory.Path);
        await SearchRedisAsync(redis, conversation);
    }

    [Fact]
    public async Task On_Redis_and_PostgreSQL_nothing_of_an_erased_customer_is_left()
    {
        Assert.SkipWhen((RedisServer.WhyMissing ?? PostgresServer.WhyMissing) is not null, RedisServer.WhyMissing ?? PostgresServer.WhyMissing ?? "");
        await using var redis = await RedisServer.StartAsync();
        await using var postgres = await PostgresServer.StartAsync();
        var connection = await postgres.CreateDatabaseAsync();
        var conversation = await EraseByCommandAsync(("Redis:Configuration", redis.Configuration), ("Redis:DeadlineMilliseconds", "5000"), ("Database:Provider", "PostgreSQL"), ("Database:ConnectionString", connection));

        SearchFiles(directory.Path);
        await SearchRedisAsync(redis, conversation);
        var name = new NpgsqlConnectionStringBuilder(connection).Database ?? "";
        var dump = await postgres.DumpAsync(name);
        Assert.Contains("INSERT INTO public.statutory_records", dump, StringComparison.Ordinal);
        Assert.Empty(Canaries.In(dump));
        // What was deleted is overwritten when its room is used again, or at once by what docs/operation.md says.
        await postgres.AskAsync(name, "VACUUM FULL");
        await postgres.AskAsync(name, "CHECKPOINT");
        SearchFiles(Path.Combine(postgres.Data, "base"));
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

    private async Task<string> EraseByCommandAsync(params (string Name, string Value)[] settings)
    {
        string conversation;
        await using (var bot = new ServedBot(directory.File("data"), settings))
        {
            conversation = await LiveAsync(bot);
            Assert.Equal((1, 1, 1), await CountAsync(bot, conversation));
        }

        var (code, output, error) = await ServiceBotProcess.RunAsync(["erase", "K1", "--DataDirectory", directory.File("data"), .. settings.SelectMany(setting => new[] { "--" + setting.Name, setting.Value })]);

        Assert.True(code == 0, error);
        Assert.Contains("K1 was erased, with 1 conversations.", output, StringComparison.Ordinal);
        await using (var bot = new ServedBot(directory.File("data"), settings))
        {
            Assert.Equal((0, 0, 0), await CountAsync(bot, conversation));
            await AssertGoneAsync(bot, conversation);
        }
        return conversation;
    }

    private static async Task EraseAsync(ServedBot bot)
    {
        var conversation = await LiveAsync(bot);
        Assert.Equal(1, (await bot.Get<Erasure>().EraseAsync("K1", TestContext.Current.CancellationToken))?.Conversations);
        await AssertGoneAsync(bot, conversation);
    }

    /// <summary>A customer returns something, complains, shows a photograph, calls, writes from another channel and waits for a person; then the conversation ends and is archived.</summary>
    private static async Task<string> LiveAsync(ServedBot bot)
    {
        await bot.StockAsync();
        var customer = await bot.CustomerAsync();
        await customer.UntilReceiptAsync("반품할래요");
        await customer.UntilReceiptAsync("불만을 접수하고 싶어요");
        await customer.ShowAsync($"{Canaries.Name}.png");
        await ServedBot.UntilAsync(async () => (await bot.Get<ConversationBook>().OfAsync("K1", TestContext.Current.CancellationToken)).FirstOrDefault());
        var (conversation, now) = (customer.Conversation, bot.Clock.GetUtcNow());
        var written = new Activity { ChannelId = "msteams", ServiceUrl = "https://channel.example/", Conversation = new() { Id = "there" }, From = new() { Id = Canaries.Email, Name = Canaries.Name } };
        await bot.Get<IConversationReferences>().SaveAsync(conversation, ConversationReference.From(conversation, written).Write(), now, TestContext.Current.CancellationToken);
        await bot.Get<ICallerNotes>().KeepAsync("caller", new CallerNote("CA1", conversation, now), TestContext.Current.CancellationToken);
        await bot.Get<Escalations>().OpenAsync(
            "e1", new Escalate("e1", conversation, "asked", "returns", Canaries.Story) { Reason = Canaries.Story, CustomerId = "K1", CustomerName = Canaries.Name, Channel = "directline" }, now, TestContext.Current.CancellationToken);
        bot.Clock.Shift += TimeSpan.FromHours(25);
        await bot.Get<Archiver>().LookAsync(TestContext.Current.CancellationToken);
        Assert.Single(await bot.Get<ConversationBook>().SearchAsync(new() { CustomerId = "K1" }, TestContext.Current.CancellationToken));
        return conversation;
    }

    // Photographs, references and notes of callers.
    private static async Task<(int, int, int)> CountAsync(ServedBot bot, string conversation)
    {
        var reached = await bot.Get<IConversationReferences>().ClaimAsync(conversation, TestContext.Current.CancellationToken);
        await bot.Get<IConversationReferences>().ReleaseAsync(conversation, 0, TestContext.Current.CancellationToken);
        await using var photos = await bot.Get<IDbContextFactory<PhotoDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return (await photos.Photos.CountAsync(TestContext.Current.CancellationToken),
            reached.Reference is null ? 0 : 1,
            await bot.Get<ICallerNotes>().FindAsync("caller", TestContext.Current.CancellationToken) is null ? 0 : 1);
    }

    private static async Task AssertGoneAsync(ServedBot bot, string conversation)
    {
        Assert.Null((await bot.Get<IContextStore>().LoadAsync(conversation, "directline", "", TestContext.Current.CancellationToken)).Context);
        Assert.Empty(await bot.Get<IContextStore>().ReadJournalAsync(conversation, TestContext.Current.CancellationToken));
        Assert.Empty(await bot.Get<ConversationBook>().SearchAsync(new(), TestContext.Current.CancellationToken));
        var row = await bot.Get<Escalations>().FindAsync("e1", TestContext.Current.CancellationToken);
        Assert.Equal((EscalationStates.Left, null, "(erased)"), (row?.State, row?.CustomerName, row?.Reason));
    }

    private static async Task SearchRedisAsync(RedisServer redis, string conversation)
    {
        SearchFiles(redis.Folder);
        await redis.RewriteAsync();
        foreach (var file in Directory.EnumerateFiles(redis.Folder, "*", SearchOption.AllDirectories))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(conversation)));
    }

    private static void SearchFiles(string folder) => Assert.Empty(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => Canaries.In(File.ReadAllBytes(file)).Select(canary => $"{canary} in {Path.GetFileName(file)}")));
}
