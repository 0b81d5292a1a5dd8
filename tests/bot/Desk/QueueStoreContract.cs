using System.Diagnostics;
using ServiceBot.Bot.Desk.Queues;
using ServiceBot.Bot.Tests.Nodes;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>What every queue promises, whatever it is made of.</summary>
public abstract class QueueStoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly Lane Returns = new("returns", "ko");
    private static readonly Lane Complaints = new("complaints", "ko");

    private protected abstract IQueueStore Queue { get; }

    [Fact]
    public async Task Whoever_came_first_is_first_and_the_same_customer_is_in_it_once()
    {
        Assert.True(await Queue.EnqueueAsync(Entry("b", 2), default));
        Assert.True(await Queue.EnqueueAsync(Entry("a", 1), default));
        Assert.False(await Queue.EnqueueAsync(Entry("a", 1), default));
        Assert.Equal(["a", "b"], (await Queue.PeekAsync(Returns, 10, default)).Select(entry => entry.Id));
        Assert.Equal(2, await Queue.PositionAsync(Returns, "b", default));
        Assert.Equal(3, await Queue.PositionAsync(Returns, null, default));
    }

    [Fact]
    public async Task Priority_is_worth_minutes_and_long_waiting_outweighs_it()
    {
        await Queue.EnqueueAsync(Entry("early", 0), default);
        await Queue.EnqueueAsync(Entry("pressing", 4, priority: 1), default);
        await Queue.EnqueueAsync(Entry("too late to be pressing", 6, priority: 1), default);
        Assert.Equal(["pressing", "early", "too late to be pressing"], (await Queue.PeekAsync(Returns, 10, default)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task However_many_callers_stand_before_it_the_first_chat_is_found()
    {
        for (var minute = 0; minute < 30; minute++) await Queue.EnqueueAsync(Entry($"call{minute:00}", minute) with { IsCall = true }, default);
        await Queue.EnqueueAsync(Entry("later", 41), default);
        await Queue.EnqueueAsync(Entry("chat", 40), default);
        Assert.Equal(["chat", "later"], await Chats());
        Assert.Equal(31, await Queue.PositionAsync(Returns, "chat", default));
        Assert.Equal("call00", (await Queue.PeekAsync(Returns, 1, default))[0].Id);

        await Queue.EnqueueAsync(Entry("later", 41, priority: 1), default);
        Assert.Equal(["later", "chat"], await Chats());
        await Queue.ClaimAsync("later", "jieun", Noon, default);
        Assert.Equal(["chat"], await Chats());
        await Queue.EnqueueAsync(Entry("later", 41), default);
        Assert.Equal(["chat"], await Chats());
        await Queue.ReleaseAsync("later", "jieun", Noon, default);
        Assert.Equal(["chat", "later"], await Chats());
        Assert.Equal(["jieun"], (await Queue.PeekChatsAsync(Returns, 20, default))[1].PassedBy);
        await Queue.RemoveAsync("chat", default);
        await Queue.ClaimAsync("later", "jieun", Noon, default);
        await Queue.TakeAsync("later", "jieun", default);
        Assert.Empty(await Chats());
        Assert.Equal(30, Assert.Single(await Queue.LengthsAsync(default)).Count);

        async Task<IEnumerable<string>> Chats() => (await Queue.PeekChatsAsync(Returns, 20, default)).Select(entry => entry.Id);
    }

    [Fact]
    public async Task What_is_offered_to_one_is_offered_to_nobody_else()
    {
        await Queue.EnqueueAsync(Entry("a", 1), default);
        Assert.True(await Queue.ClaimAsync("a", "jieun", Noon, default));
        Assert.False(await Queue.ClaimAsync("a", "minho", Noon, default));
        Assert.Empty(await Queue.PeekAsync(Returns, 10, default));
        Assert.Null(await Queue.TakeAsync("a", "minho", default));
        Assert.Equal("a", (await Queue.TakeAsync("a", "jieun", default))?.Id);
        Assert.Null(await Queue.TakeAsync("a", "jieun", default));
        Assert.Empty(await Queue.LengthsAsync(default));
    }

    [Fact]
    public async Task Whoever_was_declined_is_at_the_old_place_again()
    {
        await Queue.EnqueueAsync(Entry("a", 1), default);
        await Queue.EnqueueAsync(Entry("b", 2), default);
        await Queue.ClaimAsync("a", "jieun", Noon, default);
        Assert.False(await Queue.ReleaseAsync("a", "minho", Noon, default));
        Assert.True(await Queue.ReleaseAsync("a", "jieun", Noon, default));
        var first = (await Queue.PeekAsync(Returns, 10, default))[0];
        Assert.Equal("a", first.Id);
        Assert.Equal(["jieun"], first.PassedBy);
        Assert.Equal(Noon, first.PassedAt);
    }

    [Fact]
    public async Task Whoever_is_moved_forward_is_there_once_at_the_new_place_and_an_offer_stands()
    {
        await Queue.EnqueueAsync(Entry("a", 1), default);
        await Queue.EnqueueAsync(Entry("b", 2), default);
        Assert.False(await Queue.EnqueueAsync(Entry("b", 2, priority: 1), default));
        Assert.Equal(["b", "a"], (await Queue.PeekAsync(Returns, 10, default)).Select(entry => entry.Id));
        Assert.Equal(2, Assert.Single(await Queue.LengthsAsync(default)).Count);

        await Queue.ClaimAsync("a", "jieun", Noon, default);
        await Queue.EnqueueAsync(Entry("a", 1, priority: 2), default);
        Assert.Equal(["b"], (await Queue.PeekAsync(Returns, 10, default)).Select(entry => entry.Id));
        Assert.True(await Queue.ReleaseAsync("a", "jieun", Noon, default));
        Assert.Equal(["a", "b"], (await Queue.PeekAsync(Returns, 10, default)).Select(entry => entry.Id));
        await Queue.EnqueueAsync(Entry("a", 1), default);
        await Queue.ClaimAsync("a", "jieun", Noon, default);
        Assert.Equal(Entry("a", 1).Rank, (await Queue.TakeAsync("a", "jieun", default))?.Rank);
    }

    [Fact]
    public async Task Everything_about_a_customer_is_the_same_after_the_queue()
    {
        var entry = Entry("a", 1, priority: 2) with { CustomerId = "김하늘", IsCall = true };
        await Queue.EnqueueAsync(entry, default);
        await Queue.ClaimAsync("a", "jieun", Noon, default);
        var offer = Assert.Single(await Queue.OffersAsync(default));
        Assert.Equal(("jieun", Noon), (offer.AgentId, offer.Until));
        var taken = await Queue.TakeAsync("a", "jieun", default);
        Assert.Equal(entry with { PassedBy = [] }, taken! with { PassedBy = [] });
    }

    [Fact]
    public async Task Each_agent_who_passed_is_remembered_once_and_the_last_time_counts()
    {
        await Queue.EnqueueAsync(Entry("a", 1), default);
        foreach (var (agent, minute) in new[] { ("jieun", 1), ("minho", 2), ("jieun", 3) })
        {
            await Queue.ClaimAsync("a", agent, Noon, default);
            await Queue.ReleaseAsync("a", agent, Noon.AddMinutes(minute), default);
        }
        var entry = Assert.Single(await Queue.PeekAsync(Returns, 10, default));
        Assert.Equal(["jieun", "minho"], entry.PassedBy);
        Assert.Equal(Noon.AddMinutes(3), entry.PassedAt);
    }

    [Fact]
    public async Task Whoever_leaves_is_gone_offered_or_not()
    {
        await Queue.EnqueueAsync(Entry("a", 1), default);
        await Queue.EnqueueAsync(Entry("b", 2), default);
        await Queue.ClaimAsync("a", "jieun", Noon, default);
        Assert.Equal("jieun", (await Queue.RemoveAsync("a", default))?.AgentId);
        Assert.Null(await Queue.RemoveAsync("b", default));
        Assert.Empty(await Queue.OffersAsync(default));
        Assert.Empty(await Queue.LengthsAsync(default));
        Assert.Null(await Queue.TakeAsync("a", "jieun", default));
    }

    [Fact]
    public async Task Lanes_are_counted_each_with_its_longest_wait_offered_customers_too()
    {
        await Queue.EnqueueAsync(Entry("a", 1), default);
        await Queue.EnqueueAsync(Entry("b", 2), default);
        await Queue.EnqueueAsync(Entry("c", 3) with { Lane = Complaints }, default);
        await Queue.ClaimAsync("a", "jieun", Noon, default);
        var lengths = (await Queue.LengthsAsync(default)).ToDictionary(length => length.Lane);
        Assert.Equal((2, Noon.AddMinutes(1)), (lengths[Returns].Count, lengths[Returns].OldestSince));
        Assert.Equal(1, lengths[Complaints].Count);
    }

    [Fact]
    public async Task Of_a_hundred_who_grab_at_once_each_customer_goes_to_one()
    {
        for (var i = 0; i < 50; i++) await Queue.EnqueueAsync(Entry($"c{i}", i), default);
        var claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(agent => Task.Run(async () =>
        {
            var got = 0;
            for (var i = 0; i < 50; i++) if (await Queue.ClaimAsync($"c{i}", $"agent{agent}", Noon, default)) got++;
            return got;
        })));
        Assert.Equal(50, claims.Sum());
    }

    [Fact]
    public async Task Twenty_thousand_waiting_are_about_as_quick_as_a_hundred()
    {
        var few = await CostAsync(100);
        var many = await CostAsync(20_000 - 100);
        // Fiftyfold slack for a busy machine; a scan of the queue would cost two hundredfold.
        Assert.True(many < few * 50 + TimeSpan.FromSeconds(2), $"{many} against {few}");

        async Task<TimeSpan> CostAsync(int more)
        {
            var at = (await Queue.LengthsAsync(default)).Sum(length => length.Count);
            foreach (var some in Enumerable.Range(at, more).Chunk(500)) await Task.WhenAll(some.Select(i => Queue.EnqueueAsync(Entry($"w{i}", i), default)));
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 500; i++)
            {
                var head = (await Queue.PeekAsync(Returns, 1, default))[0];
                await Queue.ClaimAsync(head.Id, "jieun", Noon, default);
                await Queue.ReleaseAsync(head.Id, "jieun", Noon, default);
            }
            return watch.Elapsed;
        }
    }

    private static QueueEntry Entry(string id, int minute, int priority = 0)
    {
        var since = Noon.AddMinutes(minute);
        return new(id, $"conversation-{id}", Returns, since, QueueEntry.RankOf(since, priority, TimeSpan.FromMinutes(5)), IsCall: false);
    }
}

/// <summary>The contract in one process.</summary>
public sealed class InProcessQueueTests : QueueStoreContract
{
    private protected override IQueueStore Queue { get; } = new InProcessQueue();
}

/// <summary>The contract on one Redis server.</summary>
public sealed class RedisQueueTests(RedisAlone redis) : RedisQueueContract(redis), IClassFixture<RedisAlone>;

/// <summary>The contract on a cluster of three.</summary>
public sealed class RedisClusterQueueTests(RedisThree redis) : RedisQueueContract(redis), IClassFixture<RedisThree>;

/// <summary>What every Redis has to keep of the contract.</summary>
public abstract class RedisQueueContract : QueueStoreContract, IDisposable
{
    private readonly OpenNode node;

    private protected RedisQueueContract(RedisFixture redis)
    {
        node = new OpenNode(redis.Configuration);
        Queue = new RedisQueue(node.Link);
    }

    private protected override IQueueStore Queue { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        node.Dispose();
        GC.SuppressFinalize(this);
    }
}
