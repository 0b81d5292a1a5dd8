using ServiceBot.Bot.Desk.Wall;

namespace ServiceBot.Bot.Tests.Desk;

/// <summary>However many look, one look at a time is enough for all of them, and nobody sees what was before they asked.</summary>
public class SharedLookTests
{
    [Fact]
    public async Task All_who_ask_at_once_share_one_look()
    {
        var looks = 0;
        var shared = new SharedLook<int>(_ => Task.FromResult(Interlocked.Increment(ref looks)), TimeSpan.FromMilliseconds(500), new ShiftedClock());
        await shared.LookAsync(default); // the next waits for its time, so that all of these come before it
        Assert.Equal([2], (await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shared.LookAsync(default)))).Distinct());
        Assert.Equal(3, await shared.LookAsync(default));
    }

    [Fact]
    public async Task Whoever_asks_while_somebody_looks_is_shown_what_is_there_after_they_asked()
    {
        var (thing, first) = ("before", new TaskCompletionSource());
        var began = new TaskCompletionSource();
        var shared = new SharedLook<string>(async _ =>
        {
            var seen = thing;
            began.TrySetResult();
            await first.Task;
            return seen;
        }, TimeSpan.Zero, new ShiftedClock());
        var early = shared.LookAsync(default);
        await began.Task;
        thing = "after";
        var late = shared.LookAsync(default);
        first.SetResult();
        Assert.Equal(("before", "after"), (await early, await late));
    }

    [Fact]
    public async Task A_look_that_fails_is_told_to_those_who_waited_for_it_and_the_next_is_a_new_one()
    {
        var fails = true;
        var shared = new SharedLook<int>(_ => fails ? throw new IOException("The disk is gone.") : Task.FromResult(7), TimeSpan.Zero, new ShiftedClock());
        await Assert.ThrowsAsync<IOException>(() => shared.LookAsync(default));
        fails = false;
        Assert.Equal(7, await shared.LookAsync(default));
    }

    [Fact]
    public async Task Who_goes_away_takes_the_look_from_nobody()
    {
        var first = new TaskCompletionSource<int>();
        var shared = new SharedLook<int>(_ => first.Task, TimeSpan.Zero, new ShiftedClock());
        using var gone = new CancellationTokenSource();
        var (one, other) = (shared.LookAsync(gone.Token), shared.LookAsync(default));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        first.SetResult(1);
        Assert.Equal(1, await other);
    }
}
