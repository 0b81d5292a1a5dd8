using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Delivery;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Delivery;

/// <summary>What keeps a node from delivering for a moment costs the customer that moment, not the minute until somebody looks; and what takes long is sent by one node alone.</summary>
public sealed class DeliveryTroubleTests(RedisAlone redis) : IClassFixture<RedisAlone>
{
    private const string Conversation = "push-1";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_failure_of_the_store_it_is_brought_within_seconds()
    {
        using var node = new OpenNode(redis.Configuration);
        using var behind = References(node);
        var mailbox = new Mailbox();
        var troubled = new TroubledReferences(behind) { Failures = 2 };
        using var deliveries = await StartAsync(node, troubled, mailbox, node.Clock);

        await SayAsync(node, deliveries, "one");

        await UntilAsync(() => mailbox.Arrived.Count == 1);
        Assert.Equal(0, troubled.Failures);
        await deliveries.Room.StopAsync(default);
    }

    [Fact]
    public async Task What_another_node_left_in_the_midst_is_brought_once_its_claim_is_over()
    {
        using var nodes = Two();
        using var dead = References(nodes.First);
        using var behind = References(nodes.Second);
        var mailbox = new Mailbox();
        using var deliveries = await StartAsync(nodes.Second, behind, mailbox, new HurriedClock());
        await deliveries.Room.KeepAsync(Conversation, Encoding.UTF8.GetBytes("there"), default);
        Assert.True((await dead.ClaimAsync(Conversation, default)).IsMine);

        await SayAsync(nodes.Second, deliveries, "one");
        await Task.Delay(1500, Stop); // longer than one patience of this clock
        Assert.Empty(mailbox.Arrived);
        await dead.ReleaseAsync(Conversation, 0, default); // as the claim runs out

        await UntilAsync(() => mailbox.Arrived.Count == 1);
        await deliveries.Room.StopAsync(default);
    }

    [Fact]
    public async Task A_claim_is_renewed_while_a_slow_channel_is_sent_something()
    {
        using var node = new OpenNode(redis.Configuration);
        using var behind = References(node);
        var opens = new TaskCompletionSource();
        var (mailbox, troubled) = (new Mailbox { Opens = opens.Task }, new TroubledReferences(behind));
        using var deliveries = await StartAsync(node, troubled, mailbox, new HurriedClock());

        await SayAsync(node, deliveries, "slow");
        await UntilAsync(() => mailbox.Attempts == 1);
        troubled.Failures = 1; // a renewal that fails ends nothing
        var before = troubled.Claims;
        await UntilAsync(() => troubled.Claims >= before + 3);
        Assert.Empty(mailbox.Arrived);
        opens.SetResult();

        await UntilAsync(() => mailbox.Arrived.Count == 1);
        await UntilAsync(async () => (await node.Store.UndeliveredAsync(default)).IsEmpty);
        Assert.Equal(1, mailbox.Attempts);
        await deliveries.Room.StopAsync(default);
    }

    [Fact]
    public async Task Who_tries_again_does_not_hold_up_a_node_that_stops()
    {
        using var node = new OpenNode(redis.Configuration);
        using var behind = References(node);
        var troubled = new TroubledReferences(behind) { Failures = int.MaxValue };
        using var deliveries = await StartAsync(node, troubled, new Mailbox(), node.Clock);
        await SayAsync(node, deliveries, "one");
        await UntilAsync(() => troubled.Claims >= 3);

        await deliveries.Room.StopAsync(default).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        var after = troubled.Claims;
        await Task.Delay(1500, Stop);
        Assert.Equal(after, troubled.Claims);
    }

    private static RedisReferences References(OpenNode node) => new(node.Link, Seals.Seal, Options.Create(node.Settings));

    private Pair Two()
    {
        var prefix = OpenNode.NewPrefix();
        return new(new OpenNode(redis.Configuration, prefix), new OpenNode(redis.Configuration, prefix));
    }

    private static async Task<Started> StartAsync(OpenNode node, IConversationReferences references, Mailbox mailbox, TimeProvider clock)
    {
        var notices = new Notices(new OneNode(), NullLogger<Notices>.Instance);
        var room = new Deliveries(node.Store, notices, references, [mailbox], new RefusedMessages(new NoTurns(), node.Store, notices, clock), clock, NullLogger<Deliveries>.Instance);
        await room.StartAsync(default);
        return new Started(room, notices);
    }

    private static async Task SayAsync(OpenNode node, Started deliveries, string text)
    {
        await deliveries.Room.KeepAsync(Conversation, Encoding.UTF8.GetBytes("there"), default);
        var now = node.Clock.GetUtcNow();
        var context = new ConversationContext { Id = Conversation, LastSequence = 1, ToDeliver = 1 };
        var turn = new Turn(Conversation, "e-1", new Channel("push") { IsPushed = true }, new WakeDue("promise"), now);
        var entry = new LogEntry(1, now, "push") { Message = new Message(text) };
        Assert.True(await node.Store.CommitAsync(new Commit(context, context.Version++, "push", turn.EventId, new JournalEntry(context.Version, turn), [entry]), default));
        deliveries.Notices.Publish(Conversation, 1);
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            if (await isSo()) return;
            await Task.Delay(20, Stop);
        }
        throw new TimeoutException("It did not come about within 30 s.");
    }

    private sealed record Started(Deliveries Room, Notices Notices) : IDisposable
    {
        public void Dispose()
        {
            Room.Dispose();
            Notices.Dispose();
        }
    }

    private sealed record Pair(OpenNode First, OpenNode Second) : IDisposable
    {
        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }

    /// <summary>The real clock, on which what is waited for passes in a tenth of it; only a look comes once a minute.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

        private static TimeSpan Hurried(TimeSpan time) => time <= TimeSpan.Zero || time >= Look ? time : time / 10;
    }

    /// <summary>References whose claims fail as often as a test wants.</summary>
    private sealed class TroubledReferences(IConversationReferences behind) : IConversationReferences
    {
        private int claims;
        private int failures;

        public int Failures
        {
            get => Volatile.Read(ref failures);
            set => Volatile.Write(ref failures, value);
        }

        public int Claims => Volatile.Read(ref claims);

        public Task SaveAsync(string conversationId, ReadOnlyMemory<byte> reference, DateTimeOffset now, CancellationToken cancellationToken) => behind.SaveAsync(conversationId, reference, now, cancellationToken);

        public Task<ReadOnlyMemory<byte>?> FindAsync(string conversationId, CancellationToken cancellationToken) => behind.FindAsync(conversationId, cancellationToken);

        public Task<DeliveryClaim> ClaimAsync(string conversationId, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref claims);
            if (Failures <= 0) return behind.ClaimAsync(conversationId, cancellationToken);
            Interlocked.Decrement(ref failures);
            throw new StoreUnavailableException("Redis does not answer.");
        }

        public Task ReleaseAsync(string conversationId, long delivered, CancellationToken cancellationToken) => behind.ReleaseAsync(conversationId, delivered, cancellationToken);

        public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => behind.DeliveredAsync(conversationId, sequence, cancellationToken);

        public Task ForgetConversationsAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken) => behind.ForgetConversationsAsync(conversations, cancellationToken);
    }

    private sealed class NoTurns : ITurns
    {
        public Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
