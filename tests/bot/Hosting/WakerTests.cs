using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Context;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Tests.Context;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Hosting;

public sealed class WakerTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly EmbeddedContextStore store;
    private readonly NotedTurns turns = new();
    private readonly SetClock clock = new();
    private readonly Waker waker;

    public WakerTests()
    {
        store = EmbeddedContextStore.Open(directory.File("context.db"), Seals.Stored, new RecentContexts());
        waker = new Waker(store, turns, clock, NullLogger<Waker>.Instance);
    }

    [Fact]
    public async Task A_conversation_is_resumed_when_its_wake_is_due_and_not_before()
    {
        await CommitAsync("c-1", context => context.Wakes.Add(new Wake("silence", Commits.Noon.AddMinutes(5))));

        await LookAt(Commits.Noon.AddMinutes(4));
        Assert.Empty(turns.Resumed);

        await LookAt(Commits.Noon.AddMinutes(5));
        Assert.Equal(["c-1"], turns.Resumed);
    }

    [Fact]
    public async Task An_effect_without_an_outcome_is_left_to_its_turn_for_half_a_minute()
    {
        await CommitAsync("c-1", context => context.Committing = Commits.Effect(Commits.Noon));

        await LookAt(Commits.Noon.AddSeconds(30));
        Assert.Empty(turns.Resumed);

        await LookAt(Commits.Noon.AddSeconds(31));
        Assert.Equal(["c-1"], turns.Resumed);
    }

    [Fact]
    public async Task What_fails_is_tried_again_ever_more_rarely()
    {
        await CommitAsync("c-1", context => context.Wakes.Add(new Wake("silence", Commits.Noon)));
        turns.Fails = _ => true;

        for (var second = 0; second <= 10; second++)
            await LookAt(Commits.Noon.AddSeconds(second));

        Assert.Equal(4, turns.Resumed.Count); // at 0, then after 1, 2 and 4 seconds more
    }

    [Fact]
    public async Task What_fails_holds_up_nobody_else()
    {
        await CommitAsync("c-bad", context => context.Wakes.Add(new Wake("silence", Commits.Noon)));
        await CommitAsync("c-good", context => context.Wakes.Add(new Wake("silence", Commits.Noon)));
        turns.Fails = id => id == "c-bad";

        await LookAt(Commits.Noon);

        Assert.Equal(["c-bad", "c-good"], turns.Resumed.Order());
    }

    public void Dispose()
    {
        waker.Dispose();
        store.Dispose();
        directory.Dispose();
    }

    private Task LookAt(DateTimeOffset now)
    {
        clock.Now = now;
        return waker.LookAsync(default);
    }

    private async Task CommitAsync(string id, Action<ConversationContext> leave)
    {
        var commit = Commits.After(null, id, "e-1");
        leave(commit.Context);
        Assert.True(await store.CommitAsync(commit, default));
    }

    private sealed class NotedTurns : ITurns
    {
        private ImmutableList<string> resumed = [];

        public IReadOnlyList<string> Resumed => resumed;

        public Func<string, bool> Fails { get; set; } = _ => false;

        public Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken) => throw new NotSupportedException("Nobody speaks here.");

        public Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ImmutableInterlocked.Update(ref resumed, ids => ids.Add(conversationId));
            return Fails(conversationId) ? throw new InvalidOperationException("not now") : Task.CompletedTask;
        }
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
