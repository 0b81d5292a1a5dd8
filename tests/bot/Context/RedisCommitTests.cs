using System.Globalization;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using StackExchange.Redis;

namespace ServiceBot.Bot.Tests.Context;

/// <summary>What one commit does to Redis.</summary>
public sealed class RedisCommitTests : IClassFixture<RedisAlone>, IDisposable
{
    private readonly RedisAlone redis;
    private readonly OpenNode node;
    private readonly ConversationKeys keys;

    public RedisCommitTests(RedisAlone redis)
    {
        this.redis = redis;
        node = new OpenNode(redis.Configuration);
        keys = ConversationKeys.Of(node.Settings.Prefix, "c-1");
    }

    private IDatabaseAsync Database => node.Link.Database;

    [Fact]
    public async Task Sent_twice_because_its_answer_was_lost_it_is_written_once_and_says_so_both_times()
    {
        var values = RedisCommit.Values(Commits.After(null, "c-1", "e-1"), "0123456789ab", Seals.Stored, node.Settings, Commits.Noon);

        Assert.True(await RedisCommit.WriteAsync(Database, keys, values));
        Assert.True(await RedisCommit.WriteAsync(Database, keys, values));

        Assert.Equal(2, (await node.Store.ReadLogAsync("c-1", 0, default)).Length);
        Assert.Single(await node.Store.ReadJournalAsync("c-1", default));
    }

    [Fact]
    public async Task The_same_event_from_another_node_is_not_taken_for_ones_own_commit()
    {
        Assert.True(await node.Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default));
        Assert.False(await node.Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default));
    }

    [Fact]
    public async Task A_version_that_was_counted_again_after_Redis_lost_its_newest_turns_is_not_taken_for_the_lost_one()
    {
        using var other = new OpenNode(redis.Configuration, node.Settings.Prefix);
        await node.Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        var kept = await Database.StringGetAsync(keys.Context);
        await node.Store.CommitAsync(Commits.After((await node.Store.LoadAsync("c-1", "directline", "e-2", default)).Context, "c-1", "e-2"), default);
        var remembered = node.Store.Recall("c-1")!.Copy();
        await Database.StringSetAsync(keys.Context, kept);
        await other.Store.CommitAsync(Commits.After((await other.Store.LoadAsync("c-1", "directline", "e-3", default)).Context, "c-1", "e-3"), default);

        Assert.False(await node.Store.CommitAsync(Commits.After(remembered, "c-1", "e-4"), default));
    }

    [Theory]
    [InlineData("context")]
    [InlineData("events")]
    [InlineData("log")]
    [InlineData("journal")]
    [InlineData("wakes")]
    [InlineData("commits")]
    public async Task A_key_that_is_something_else_stops_the_commit_before_anything_is_written(string which)
    {
        var spoilt = (which switch { "context" => keys.Context, "events" => keys.Events, "log" => keys.Log, "journal" => keys.Journal, "wakes" => keys.Wakes, _ => keys.Commits }).ToString();
        await redis.Servers[0].AskAsync("HSET", spoilt, "a", "b");

        await Assert.ThrowsAsync<RedisServerException>(() => node.Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default));

        var written = (await redis.Servers[0].AskAsync("KEYS", $"{node.Settings.Prefix}:*c-1")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain(written, key => key.Length > 0 && key.Trim() != spoilt);
    }

    [Fact]
    public async Task A_server_that_forgot_the_scripts_is_sent_them_again()
    {
        await node.Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        await redis.Servers[0].AskAsync("SCRIPT", "FLUSH");

        Assert.True(await node.Store.CommitAsync(Commits.After(null, "c-2", "e-1"), default));
        Assert.Equal(2, (await node.Store.ReadLogAsync("c-1", 0, default)).Length);
    }

    [Fact]
    public async Task Each_part_lives_as_long_as_its_setting_says_and_a_conversation_under_way_longer()
    {
        var ended = Commits.After(null, "c-1", "e-1");
        await node.Store.CommitAsync(ended, default);
        Assert.Equal((32, 30, 30, 7), (await Days(keys.Context), await Days(keys.Log), await Days(keys.Journal), await Days(keys.Events)));

        var live = Commits.After((await node.Store.LoadAsync("c-1", "directline", "e-2", default)).Context, "c-1", "e-2");
        live.Context.Stack.Add(new DialogFrame { Number = 1, Dialog = "return", State = "Reason" });
        await node.Store.CommitAsync(live, default);
        Assert.Equal(60, await Days(keys.Context));
    }

    [Fact]
    public async Task The_lives_begin_anew_with_the_first_turn_of_each_hour()
    {
        await node.Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        await ShortenAsync();

        await CommitAsync("e-2", Commits.Noon.AddMinutes(59));
        Assert.Equal((0, 0, 0), (await Days(keys.Log), await Days(keys.Journal), await Days(keys.Events)));

        await CommitAsync("e-3", Commits.Noon.AddMinutes(61));
        Assert.Equal((30, 30, 7), (await Days(keys.Log), await Days(keys.Journal), await Days(keys.Events)));

        await ShortenAsync();
        await CommitAsync("e-4", Commits.Noon.AddMinutes(61)); // a turn that left nothing in the log tells no time
        Assert.Equal((30, 30, 7), (await Days(keys.Log), await Days(keys.Journal), await Days(keys.Events)));

        async Task ShortenAsync()
        {
            foreach (var key in new[] { keys.Log, keys.Journal, keys.Events }) await redis.Servers[0].AskAsync("PEXPIRE", key.ToString(), "3600000");
        }

        async Task CommitAsync(string eventId, DateTimeOffset at)
        {
            var before = await LoadAsync();
            var commit = Commits.After(before.Copy(), "c-1", eventId) with { Before = before };
            commit.Context.LastEntryAt = at;
            Assert.True(await node.Store.CommitAsync(commit, default));
        }
    }

    [Fact]
    public async Task What_was_due_and_is_not_any_more_leaves_the_indexes_and_what_becomes_due_enters_them()
    {
        await TurnAsync("e-1", _ => { });
        Assert.Equal(("", ""), await IndexedAsync());

        await TurnAsync("e-2", context => (context.Wakes, context.Committing) = ([new Wake("promise", Commits.Noon)], Commits.Effect(Commits.Noon.AddSeconds(1))));
        Assert.Equal(($"{Commits.Noon.ToUnixTimeMilliseconds()}", $"{Commits.Noon.AddSeconds(1).ToUnixTimeMilliseconds()}"), await IndexedAsync());

        await TurnAsync("e-3", context => (context.Wakes, context.Committing) = ([], null));
        Assert.Equal(("", ""), await IndexedAsync());

        async Task TurnAsync(string eventId, Action<ConversationContext> change)
        {
            var before = await LoadAsync();
            var commit = Commits.After(before.Copy(), "c-1", eventId) with { Before = before };
            change(commit.Context);
            Assert.True(await node.Store.CommitAsync(commit, default));
        }

        async Task<(string Wake, string Committing)> IndexedAsync() => (await ScoreAsync(keys.Wakes), await ScoreAsync(keys.Commits));

        async Task<string> ScoreAsync(RedisKey index) => (await Database.SortedSetScoreAsync(index, "c-1"))?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    [Fact]
    public async Task A_conversation_with_a_wake_far_ahead_lives_until_then()
    {
        var commit = Commits.After(null, "c-1", "e-1");
        commit.Context.Wakes.Add(new Wake("promise", node.Clock.GetUtcNow().AddDays(200)));
        await node.Store.CommitAsync(commit, default);

        Assert.Equal(202, await Days(keys.Context));
    }

    [Fact]
    public async Task A_log_that_grew_long_is_cut_at_its_beginning_and_read_by_sequence_all_the_same()
    {
        node.Settings.LogEntries = node.Settings.JournalEntries = node.Settings.Events = 100;
        ConversationContext? context = null;
        for (var turn = 1; turn <= 120; turn++)
        {
            await node.Store.CommitAsync(Commits.After(context, "c-1", $"e-{turn}"), default);
            context = (await node.Store.LoadAsync("c-1", "directline", "", default)).Context;
        }

        Assert.Equal([239, 240], (await node.Store.ReadLogAsync("c-1", 238, default)).Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(141, 100).Select(sequence => (long)sequence), (await node.Store.ReadLogAsync("c-1", 0, default)).Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(21, 100).Select(version => (long)version), (await node.Store.ReadJournalAsync("c-1", default)).Select(entry => entry.Version));
        Assert.Null((await node.Store.LoadAsync("c-1", "directline", "e-20", default)).AnsweredAt);
        Assert.Equal(41, (await node.Store.LoadAsync("c-1", "directline", "e-21", default)).AnsweredAt);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_no_longer_due()
    {
        var commit = Commits.After(null, "c-1", "e-1");
        commit.Context.Wakes.Add(new Wake("silence", Commits.Noon));
        await node.Store.CommitAsync(commit, default);
        await redis.Servers[0].AskAsync("DEL", keys.Context.ToString());

        Assert.Empty(await node.Store.DueAsync(Commits.Noon, Commits.Noon, 10, default));
        Assert.Equal("0", (await redis.Servers[0].AskAsync("ZCARD", keys.Wakes.ToString())).Trim());
    }

    public void Dispose() => node.Dispose();

    private async Task<ConversationContext> LoadAsync() => (await node.Store.LoadAsync("c-1", "directline", "", default)).Context ?? new ConversationContext { Id = "c-1" };

    private async Task<int> Days(RedisKey key) => (int)Math.Round(
        long.Parse(await redis.Servers[0].AskAsync("PTTL", key.ToString()), CultureInfo.InvariantCulture) / TimeSpan.FromDays(1).TotalMilliseconds);
}
