using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Nodes;
using ServiceBot.Bot.Tests.Context;
using ServiceBot.Servers;

namespace ServiceBot.Bot.Tests.Nodes;

/// <summary>Redis goes away, or the way to it: calls end in time, nothing is half done, and all goes on by itself afterwards.</summary>
public sealed class RedisTroubleTests : IAsyncLifetime
{
    // What a customer may wait for a polite answer; a turn has two calls.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(3);
    // A busy machine has ten times as long as was promised; whoever has no deadline at all waits for ever.
    private const int Slack = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly List<IAsyncDisposable> owned = [];
    private RedisServer redis = null!;
    private TcpProxy way = null!;
    private OpenNode node = null!;
    private RedisPulse pulse = null!;

    public async ValueTask InitializeAsync()
    {
        if (RedisServer.WhyMissing is { } missing) Assert.Skip(missing);
        owned.Add(redis = await RedisServer.StartAsync());
        owned.Add(way = new TcpProxy(redis.Port));
        node = new OpenNode($"127.0.0.1:{way.Port}", set: settings => settings.DeadlineMilliseconds = new RedisSettings().DeadlineMilliseconds); // as it comes
        pulse = new RedisPulse(node.Link, node.Clock, NullLogger<RedisPulse>.Instance);
        await pulse.StartAsync(default);
        await UntilAsync(() => pulse.Trouble is null);
    }

    public async ValueTask DisposeAsync()
    {
        await pulse.StopAsync(default);
        pulse.Dispose();
        node.Dispose();
        foreach (var server in owned.AsEnumerable().Reverse()) await server.DisposeAsync();
    }

    [Fact]
    public async Task Killed_and_restarted_it_is_found_again_with_everything()
    {
        await CommitAsync("e-1");
        await redis.KillAsync();

        await RefusedInTimeAsync();
        await UntilAsync(() => pulse.Trouble is not null);
        await redis.RestartAsync();
        await UntilAsync(() => pulse.Trouble is null);

        Assert.Equal(1, (await AnsweredAsync(() => node.Store.LoadAsync("c-1", "directline", "e-1", default))).Context?.Version);
    }

    [Fact]
    public async Task Paused_by_its_operator_it_is_not_waited_for_and_takes_turns_again_afterwards()
    {
        await redis.AskAsync("CLIENT", "PAUSE", "4000", "ALL");

        await RefusedInTimeAsync();
        await UntilAsync(() => node.Link.Silence is not null);
        var refusing = Stopwatch.StartNew();
        await RefusedInTimeAsync();
        Assert.InRange(refusing.Elapsed, TimeSpan.Zero, node.Link.Deadline * Slack);

        await UntilAsync(() => node.Link.Silence is null);
        Assert.True(await CommitAsync("e-2"));
    }

    [Fact]
    public async Task A_process_that_stands_still_is_told_from_one_that_is_gone_by_nobody_and_does_no_harm()
    {
        await redis.PauseAsync();
        await RefusedInTimeAsync();
        await redis.ContinueAsync();
        await UntilAsync(() => node.Link.Silence is null);

        Assert.True(await CommitAsync("e-2"));
    }

    [Fact]
    public async Task Connections_through_which_nothing_comes_any_more_are_replaced()
    {
        var before = node.Link.Multiplexer;
        way.Traffic = Traffic.Vanishes;

        await RefusedInTimeAsync();
        await UntilAsync(() => !ReferenceEquals(node.Link.Multiplexer, before));
        way.Traffic = Traffic.Passes;
        await UntilAsync(() => node.Link.Silence is null && pulse.Trouble is null);

        Assert.True(await CommitAsync("e-1"));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_cut_off_is_written_once_and_known_to_be()
    {
        await CommitAsync("e-1");
        var current = (await AnsweredAsync(() => node.Store.LoadAsync("c-1", "directline", "e-2", default))).Context;
        way.Traffic = Traffic.AnswersAreCut;

        var committing = node.Store.CommitAsync(Commits.After(current, "c-1", "e-2"), default);
        await Task.Delay(100);
        way.Traffic = Traffic.Passes;
        var isWritten = await OutcomeAsync(committing);

        var loaded = await AnsweredAsync(() => node.Store.LoadAsync("c-1", "directline", "e-2", default));
        Assert.Equal(isWritten ?? loaded.AnsweredAt is not null, loaded.AnsweredAt is not null);
        Assert.Equal(loaded.Context?.LastSequence, (await AnsweredAsync(() => node.Store.ReadLogAsync("c-1", 0, default))).Length);
    }

    [Fact]
    public async Task Slow_but_alive_it_is_used()
    {
        way.Delay = TimeSpan.FromMilliseconds(50);

        Assert.True(await CommitAsync("e-1"));
        Assert.Null(node.Link.Silence);
    }

    [Fact]
    public async Task A_full_memory_is_told_and_heals_by_itself()
    {
        await redis.AskAsync("CONFIG", "SET", "maxmemory", "1");
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => node.Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default));
        Assert.Contains("memory is full", refusal.Message, StringComparison.Ordinal);
        await UntilAsync(() => pulse.Trouble?.Contains("memory is full", StringComparison.Ordinal) == true);
        Assert.Null((await AnsweredAsync(() => node.Store.LoadAsync("c-1", "directline", "e-1", default))).Context);

        await redis.AskAsync("CONFIG", "SET", "maxmemory", "0");
        Assert.True(await CommitAsync("e-1"));
        await UntilAsync(() => pulse.Trouble is null);
    }

    [Fact]
    public async Task Messages_between_nodes_come_through_again_after_the_way_was_cut()
    {
        using var other = new OpenNode(redis.Configuration, node.Settings.Prefix);
        var heard = new List<string>();
        new RedisBus(node.Link).Hear("log", message =>
        {
            lock (heard) heard.Add(message);
        });
        way.Traffic = Traffic.IsRefused;
        await UntilAsync(() => pulse.Trouble is not null);
        way.Traffic = Traffic.Passes;
        await UntilAsync(() => pulse.Trouble is null);

        await UntilAsync(() =>
        {
            new RedisBus(other.Link).Tell("log", "7 c-1");
            lock (heard) return heard.Contains("7 c-1");
        });
    }

    // What stands after a busy machine's late answer was written the first time.
    private Task<bool> CommitAsync(string eventId) => AnsweredAsync(async () =>
    {
        var loaded = await node.Store.LoadAsync("c-1", "directline", eventId, default);
        return loaded.AnsweredAt is not null || await node.Store.CommitAsync(Commits.After(loaded.Context, "c-1", eventId), default);
    });

    private async Task RefusedInTimeAsync()
    {
        var waited = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => node.Store.LoadAsync("c-1", "directline", "e-9", default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => node.Store.CommitAsync(Commits.After(null, "c-9", "e-9"), default));
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, Promised * Slack);
    }

    private static async Task<T> AnsweredAsync<T>(Func<Task<T>> ask)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                return await ask();
            }
            catch (StoreUnavailableException) when (waited.Elapsed < Patience)
            {
                // Not connected yet.
            }
        }
    }

    private static async Task<bool?> OutcomeAsync(Task<bool> committing)
    {
        try
        {
            return await committing;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var waited = Stopwatch.StartNew(); !holds(); await Task.Delay(50))
            if (waited.Elapsed > Patience) throw new TimeoutException($"It did not come within {Patience}.");
    }
}
