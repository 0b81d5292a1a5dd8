using System.Text.Json;
using ServiceBot.Bot.Archive;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Tests.Context;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Archive;

/// <summary>While two versions of the program run side by side, this one may find a journal in which something stands that it does not know.</summary>
public sealed class NewerJournalTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task It_is_left_for_the_newer_version_to_archive_and_others_are_archived()
    {
        await using var bot = new ServedBot(directory.File("data"));
        await bot.StockAsync();
        var (newer, known) = (await bot.CustomerAsync(), await bot.CustomerAsync());
        foreach (var customer in new[] { newer, known }) await customer.SayAsync("환불은 얼마나 걸려요?");
        await HappensInANewerVersionAsync(bot.Get<IContextStore>(), newer.Conversation);
        await ServedBot.UntilAsync(async () => await bot.Get<ConversationBook>().DueAsync(bot.Clock.GetUtcNow().AddDays(2), 10, TestContext.Current.CancellationToken) is { Count: 2 } noted ? noted : null);

        for (var day = 0; day < 2; day++)
        {
            bot.Clock.Shift += TimeSpan.FromHours(25);
            await bot.Get<Archiver>().LookAsync(TestContext.Current.CancellationToken);
        }

        var archived = Assert.Single(await bot.Get<ConversationBook>().SearchAsync(new(), TestContext.Current.CancellationToken));
        Assert.Equal(known.Conversation, archived.Id);
        Assert.Equal(3, (await bot.Get<IContextStore>().ReadJournalAsync(newer.Conversation, TestContext.Current.CancellationToken)).Length);
    }

    public void Dispose() => directory.Dispose();

    private static async Task HappensInANewerVersionAsync(IContextStore store, string conversation)
    {
        var context = (await store.LoadAsync(conversation, "", "", TestContext.Current.CancellationToken)).Context ?? throw new InvalidOperationException($"There is no conversation '{conversation}'.");
        var happened = JsonSerializer.Deserialize("""{"input":"beamed","to":"the moon"}""", TurnsJson.Default.TurnInput) ?? throw new JsonException("null");
        var commit = Commits.Unseen(context, "beamed-1");
        Assert.True(await store.CommitAsync(commit with { Journal = commit.Journal with { Turn = commit.Journal.Turn with { Input = happened } } }, TestContext.Current.CancellationToken));
    }
}
