using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Archive;
using ServiceBot.Bot.Shop;
using ServiceBot.Bot.Shop.Conversations;
using ServiceBot.Bot.Tests.Shop;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Archive;

/// <summary>Conversations are noted in the shop's records behind the turns: some together, and before the program ends.</summary>
public class ConversationRecorderTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(DatabaseKind.Sqlite))]
    [InlineData(nameof(DatabaseKind.PostgreSQL))]
    public async Task What_was_said_just_before_the_program_ends_is_noted(string kind)
    {
        await using var shop = await TemporaryShop.WithOneOrderAsync(Enum.Parse<DatabaseKind>(kind));
        var book = new ConversationBook(shop, shop.Calls);
        using var recorder = new ConversationRecorder(book, Options.Create(new ArchiveSettings()), shop.Clock, NullLogger<ConversationRecorder>.Instance);
        await recorder.StartAsync(Stop);

        for (var number = 0; number < 600; number++) recorder.Note(new ConversationContext { Id = $"c-{number}", CustomerId = "K1" }); // more than are written at once
        await recorder.StopAsync(Stop);

        Assert.Equal(600, (await book.OfAsync("K1", Stop)).Count);
    }

    [Fact]
    public async Task Whoever_is_noted_is_known_a_moment_later_and_the_same_again_is_not_written()
    {
        await using var shop = await TemporaryShop.WithOneOrderAsync(DatabaseKind.Sqlite);
        var book = new ConversationBook(shop, shop.Calls);
        using var recorder = new ConversationRecorder(book, Options.Create(new ArchiveSettings()), shop.Clock, NullLogger<ConversationRecorder>.Instance);
        await recorder.StartAsync(Stop);

        recorder.Note(new ConversationContext { Id = "c-1" });
        recorder.Note(new ConversationContext { Id = "c-1", CustomerId = "K1" });
        await UntilAsync(async () => (await book.OfAsync("K1", Stop)).Contains("c-1"));
        await book.RemoveAsync("c-1", Stop);
        recorder.Note(new ConversationContext { Id = "c-1", CustomerId = "K1" });
        await recorder.StopAsync(Stop);

        Assert.Empty(await book.OfAsync("K1", Stop));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 600, "It did not come about within 30 s.");
            await Task.Delay(50, Stop);
        }
    }
}
