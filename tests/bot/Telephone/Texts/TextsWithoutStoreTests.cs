using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Telephone.Texts;
using ServiceBot.CtiAdapter;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Telephone.Texts;

/// <summary>While the store is away, who writes a text message is still answered.</summary>
public sealed class TextsWithoutStoreTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task The_apology_of_the_turn_is_the_answer()
    {
        using var store = EmbeddedContextStore.Open(directory.File("context.db"), Seals.Stored, new RecentContexts());
        using var notices = new Notices(new OneNode(), NullLogger<Notices>.Instance);
        using var deliveries = new Deliveries(store, notices, new Away(), [], new RefusedMessages(new Apologies(), store, notices, new ShiftedClock()), new ShiftedClock(), NullLogger<Deliveries>.Instance);
        var texts = new TextConversations(deliveries, new Apologies(), Options.Create(new TwilioOptions()), NullLogger<TextConversations>.Instance);
        var turn = new Turn(SmsConversation.Of("1"), "SM1", SmsConversation.Channel, new Utterance("반품하고 싶어요"), new ShiftedClock().GetUtcNow()) { From = "+821000001234", TakesReplies = true };

        var said = await texts.AnswerAsync(turn, TestContext.Current.CancellationToken);

        Assert.Equal("지금은 어려워요", Assert.Single(said).Message?.Text);
    }

    private sealed class Apologies : ITurns
    {
        public Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken) =>
            Task.FromResult(new TurnResult(TurnResultKind.Failed, 0, [new LogEntry(0, turn.ReceivedAt, turn.Channel.Name) { Message = new Message("지금은 어려워요") }]));

        public Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Away : IConversationReferences
    {
        public Task SaveAsync(string conversationId, ReadOnlyMemory<byte> reference, DateTimeOffset now, CancellationToken cancellationToken) => throw new IOException("the store is away");

        public Task<ReadOnlyMemory<byte>?> FindAsync(string conversationId, CancellationToken cancellationToken) => throw new IOException("the store is away");

        public Task<DeliveryClaim> ClaimAsync(string conversationId, CancellationToken cancellationToken) => throw new IOException("the store is away");

        public Task ReleaseAsync(string conversationId, long delivered, CancellationToken cancellationToken) => throw new IOException("the store is away");

        public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => throw new IOException("the store is away");
    }
}
