using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Tests.Context;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Delivery;

/// <summary>What is said reaches channels that have to be brought it, in order, whatever happens to who should have brought it; nodes remember only what goes on.</summary>
public abstract class DeliveriesContract : IAsyncLifetime
{
    private const string Conversation = "push-1";
    private readonly Notices notices = new(new OneNode(), NullLogger<Notices>.Instance);
    private readonly ShiftedClock clock = new();
    private readonly Mailbox mailbox = new();
    private readonly TakenTurns turns = new();
    private Deliveries deliveries = null!;

    private protected abstract IContextStore Store { get; }
    private protected abstract IConversationReferences References { get; }

    public async ValueTask InitializeAsync() => deliveries = await StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_committed_is_brought_and_does_not_wait_any_more()
    {
        await KeepAsync();

        await SayAsync("one");
        await SayAsync("two");

        await ArrivedAsync("there: one", "there: two");
        await UntilAsync(async () => (await Store.UndeliveredAsync(default)).IsEmpty);
    }

    [Fact]
    public async Task What_a_node_left_when_it_died_after_the_commit_is_found_by_a_look()
    {
        await KeepAsync();
        await SayAsync("left", isTold: false);

        Assert.Empty(mailbox.Arrived);
        await deliveries.LookAsync(default);

        await ArrivedAsync("there: left");
    }

    [Fact]
    public async Task A_node_that_starts_takes_up_what_was_left()
    {
        await KeepAsync();
        await StopAsync();
        await SayAsync("left");

        deliveries = await StartAsync();

        await ArrivedAsync("there: left");
    }

    [Fact]
    public async Task A_node_that_stops_ends_what_it_is_sending_so_that_nobody_sends_it_again()
    {
        await KeepAsync();
        mailbox.Takes = TimeSpan.FromMilliseconds(400);
        await SayAsync("slow");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts == 1));

        await StopAsync();
        Assert.Equal(["there: slow"], mailbox.Arrived);

        deliveries = await StartAsync();
        await deliveries.LookAsync(default);
        await SayAsync("next");
        await ArrivedAsync("there: slow", "there: next");
    }

    [Fact]
    public async Task A_node_that_stops_waits_for_no_channel_that_hangs()
    {
        await KeepAsync();
        mailbox.Takes = TimeSpan.FromMinutes(10);
        await SayAsync("hangs");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts == 1));

        await StopAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        mailbox.Takes = TimeSpan.Zero;
        deliveries = await StartAsync();
        await ArrivedAsync("there: hangs");
    }

    [Fact]
    public async Task While_the_channel_does_not_answer_everything_waits_in_order()
    {
        await KeepAsync();
        mailbox.Answer = Sending.Failed;
        await SayAsync("one");
        await SayAsync("two");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts >= 1)); // both may be tried in one go
        Assert.Empty(mailbox.Arrived);

        mailbox.Answer = Sending.Sent;
        await deliveries.LookAsync(default);

        await ArrivedAsync("there: one", "there: two");
        await UntilAsync(async () => (await Store.UndeliveredAsync(default)).IsEmpty);
    }

    [Fact]
    public async Task After_a_day_what_the_channel_never_took_is_given_up()
    {
        await KeepAsync();
        mailbox.Answer = Sending.Failed;
        await SayAsync("one");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts >= 1));

        clock.Shift += TimeSpan.FromHours(25);
        await deliveries.LookAsync(default);

        await UntilAsync(async () => (await Store.UndeliveredAsync(default)).IsEmpty);
        Assert.Equal([new Undeliverable("one")], turns.Inputs);
    }

    [Fact]
    public async Task What_the_channel_refuses_is_put_on_record_once_and_what_comes_after_it_is_brought()
    {
        await KeepAsync();
        mailbox.Answer = Sending.Refused;
        await SayAsync("to nobody");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts == 1));
        mailbox.Answer = Sending.Sent;
        await SayAsync("opted in again");

        await ArrivedAsync("there: opted in again");
        await UntilAsync(async () => (await Store.UndeliveredAsync(default)).IsEmpty);
        Assert.Equal([new Undeliverable("to nobody")], turns.Inputs);
    }

    [Fact]
    public async Task A_quarter_of_an_hour_after_the_last_word_nothing_is_remembered_of_a_conversation()
    {
        await KeepAsync();
        await SayAsync("one");
        await ArrivedAsync("there: one");
        await deliveries.LookAsync(default);
        Assert.Equal(1, deliveries.Remembering);

        await UntilAsync(async () =>
        {
            clock.Shift += TimeSpan.FromMinutes(16); // each time: the mark may be written after the message has arrived, and a look before that touches the lane
            await deliveries.LookAsync(default);
            return deliveries.Remembering == 0;
        });

        await SayAsync("two"); // and yet it goes on where it was
        await ArrivedAsync("there: one", "there: two");
    }

    [Fact]
    public async Task Who_is_held_is_not_forgotten_and_what_comes_meanwhile_is_brought_when_it_is_let_go()
    {
        using (await deliveries.HoldAsync(Conversation, Address("there"), default))
        {
            await SayAsync("meanwhile");
            clock.Shift += TimeSpan.FromHours(1);
            await deliveries.LookAsync(default);
            Assert.Equal((1, 0), (deliveries.Remembering, mailbox.Attempts));
        }

        await ArrivedAsync("there: meanwhile");
    }

    [Fact]
    public async Task An_answer_takes_along_what_waits_and_it_is_not_brought_again()
    {
        await KeepAsync();
        mailbox.Answer = Sending.Failed;
        await SayAsync("waits");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts >= 1));
        mailbox.Answer = Sending.Sent;

        using (var hold = await deliveries.HoldAsync(Conversation, Address("there"), default))
        {
            var result = await SayAsync("answer", taken: true);
            Assert.Equal(["waits", "answer"], (await hold.TakeAsync(result, default)).Select(entry => entry.Message?.Text));
        }
        await SayAsync("next");

        await ArrivedAsync("there: next");
        await UntilAsync(async () => (await Store.UndeliveredAsync(default)).IsEmpty);
    }

    [Fact]
    public async Task Who_says_something_does_not_wait_while_a_slow_channel_is_sent_something()
    {
        await KeepAsync();
        mailbox.Takes = TimeSpan.FromMinutes(10);
        await SayAsync("slow");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts == 1));

        using var hold = await deliveries.HoldAsync(Conversation, Address("there"), default).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var result = await SayAsync("answer", taken: true);

        Assert.Equal(["answer"], (await hold.TakeAsync(result, default)).Select(entry => entry.Message?.Text));
        Assert.Equal([new Undelivered(Conversation, 1)], await Store.UndeliveredAsync(default));
    }

    [Fact]
    public async Task An_answer_with_which_nothing_waits_reads_no_log()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            using var hold = await deliveries.HoldAsync(Conversation, Address("there"), default);
            var result = await SayAsync($"{turn}", taken: true);
            await Store.RemoveAsync(Conversation, default); // whoever read it would not find it
            Assert.Equal([$"{turn}"], (await hold.TakeAsync(result, default)).Select(entry => entry.Message?.Text));
        }
        Assert.Equal(0, mailbox.Attempts);
    }

    [Fact]
    public async Task What_was_erased_meanwhile_is_not_looked_for_for_ever()
    {
        await KeepAsync();
        mailbox.Answer = Sending.Failed;
        await SayAsync("one");
        await UntilAsync(() => Task.FromResult(mailbox.Attempts >= 1));
        await References.ForgetConversationsAsync([Conversation], default);
        await Store.RemoveAsync(Conversation, default);
        await StopAsync();

        deliveries = await StartAsync();
        await deliveries.LookAsync(default);

        Assert.Empty(await Store.UndeliveredAsync(default));
        Assert.Empty(mailbox.Arrived);
    }

    [Fact]
    public async Task What_the_log_does_not_show_for_this_channel_does_not_wait_for_ever()
    {
        await KeepAsync();
        await SayAsync("spoken meanwhile", channel: "voice");

        await UntilAsync(async () => (await Store.UndeliveredAsync(default)).IsEmpty);

        Assert.Equal(0, mailbox.Attempts);
    }

    [Fact]
    public async Task Conversations_of_other_kinds_are_left_alone()
    {
        await SayAsync("read by whoever is there", conversation: "c-1");
        await deliveries.LookAsync(default);

        Assert.Equal(0, deliveries.Remembering);
    }

    private async Task<Deliveries> StartAsync()
    {
        var started = new Deliveries(Store, notices, References, [mailbox], new RefusedMessages(turns, Store, notices, clock), clock, NullLogger<Deliveries>.Instance);
        await started.StartAsync(default);
        return started;
    }

    private async Task StopAsync()
    {
        await deliveries.StopAsync(default);
        deliveries.Dispose();
    }

    private Task KeepAsync() => deliveries.KeepAsync(Conversation, Address("there"), default);

    private async Task<TurnResult> SayAsync(string text, bool taken = false, bool isTold = true, string conversation = Conversation, string channel = "push")
    {
        var context = (await Store.LoadAsync(conversation, "push", "", default)).Context ?? new ConversationContext { Id = conversation };
        var entry = new LogEntry(++context.LastSequence, clock.GetUtcNow(), channel) { Message = new Message(text), Taken = taken };
        if (!taken) context.ToDeliver = context.LastSequence;
        var turn = new Turn(conversation, $"e-{context.Version}", new Channel("push") { IsPushed = true }, new WakeDue("promise"), clock.GetUtcNow());
        Assert.True(await Store.CommitAsync(new Commit(context, context.Version++, "push", turn.EventId, new JournalEntry(context.Version, turn), [entry]), default));
        if (isTold) notices.Publish(conversation, context.LastSequence);
        return new TurnResult(TurnResultKind.Done, 0, [entry]) { Context = context };
    }

    private async Task ArrivedAsync(params string[] texts)
    {
        await UntilAsync(() => Task.FromResult(mailbox.Arrived.Count >= texts.Length));
        Assert.Equal(texts, mailbox.Arrived);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            if (await isSo()) return;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("It did not come about within 30 s.");
    }

    private static byte[] Address(string where) => Encoding.UTF8.GetBytes(where);

    /// <summary>Takes every turn and does nothing with it.</summary>
    private sealed class TakenTurns : ITurns
    {
        public ConcurrentQueue<TurnInput> Inputs { get; } = [];

        public Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
        {
            Inputs.Enqueue(turn.Input);
            return Task.FromResult(new TurnResult(TurnResultKind.Done, 0, []));
        }

        public Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

/// <inheritdoc/>
public sealed class EmbeddedDeliveriesTests : DeliveriesContract
{
    private readonly TemporaryDirectory directory = new();
    private readonly EmbeddedContextStore store;
    private readonly EmbeddedReferences references;

    public EmbeddedDeliveriesTests()
    {
        store = EmbeddedContextStore.Open(directory.File("context.db"), Seals.Stored, new RecentContexts());
        references = new EmbeddedReferences(directory.File("channels.db"), Seals.Seal);
    }

    private protected override IContextStore Store => store;
    private protected override IConversationReferences References => references;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        store.Dispose();
        references.Dispose();
        directory.Dispose();
    }
}

/// <inheritdoc/>
public sealed class RedisDeliveriesTests(RedisAlone redis) : DeliveriesContract, IClassFixture<RedisAlone>
{
    private readonly OpenNode node = new(redis.Configuration);

    private protected override IContextStore Store => node.Store;
    private protected override IConversationReferences References => field ??= new RedisReferences(node.Link, Seals.Seal, Options.Create(node.Settings));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        (References as IDisposable)?.Dispose();
        node.Dispose();
    }
}
