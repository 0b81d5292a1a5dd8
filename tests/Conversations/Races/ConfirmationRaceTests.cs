using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.BotFramework;
using ServiceBot.Bot.Shop;
using ServiceBot.Conversations.Scripts;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Conversations.Races;

/// <summary>A customer says yes to one item while, on another node, a correction to another item is committed: what is returned is what the yes was said to, or nothing.</summary>
public sealed class ConfirmationRaceTests
{
    private const string Conversation = "race-1", Order = "20261120-0001003";
    private const string Yes = "yes", Correction = "correction";

    [Fact]
    public async Task A_yes_that_comes_second_confirms_nothing_and_the_new_item_is_read_back_again()
    {
        using var world = await ScriptWorld.CreateAsync(Script(), ScriptStores.Embedded);
        await using var services = world.Compose();
        await ToTheReadBackAsync(services, world.Clock);

        var said = await RaceAsync(services, world.Clock, first: Correction, second: Yes);

        Assert.Empty(await ReturnedAsync(services));
        Assert.Contains("화이트", said[Yes], StringComparison.Ordinal);
        await SayAsync(Pipeline(services, services.GetRequiredService<IContextStore>()), world.Clock, "네", "second-yes");
        Assert.Equal(["무선 주전자 화이트"], await ReturnedAsync(services));
    }

    [Fact]
    public async Task A_correction_that_comes_second_changes_nothing_that_was_confirmed()
    {
        using var world = await ScriptWorld.CreateAsync(Script(), ScriptStores.Embedded);
        await using var services = world.Compose();
        await ToTheReadBackAsync(services, world.Clock);

        await RaceAsync(services, world.Clock, first: Yes, second: Correction);

        Assert.Equal(["무선 주전자 블루"], await ReturnedAsync(services));
    }

    [Fact]
    public async Task Two_nodes_that_hear_one_yes_open_one_return()
    {
        using var world = await ScriptWorld.CreateAsync(Script(), ScriptStores.Embedded);
        await using var services = world.Compose();
        await ToTheReadBackAsync(services, world.Clock);
        var store = services.GetRequiredService<IContextStore>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SayAsync(Pipeline(services, store), world.Clock, "네", Yes))));

        Assert.Equal(["무선 주전자 블루"], await ReturnedAsync(services));
    }

    [Fact]
    public async Task A_copy_of_a_yes_that_reads_the_log_just_after_the_outcome_gets_the_receipt_once()
    {
        using var world = await ScriptWorld.CreateAsync(Script(), ScriptStores.Embedded);
        await using var services = world.Compose();
        await ToTheReadBackAsync(services, world.Clock);
        var (confirmed, copied, ended) = (Signal(), Signal(), Signal());
        var store = services.GetRequiredService<IContextStore>();
        var first = new WatchedStore(store)
        {
            Commits = eventId => eventId == Yes ? Task.CompletedTask : copied.Task,
            HasCommitted = eventId => (eventId == Yes ? confirmed : ended).TrySetResult(),
        };
        var second = new WatchedStore(store) { HasLoaded = _ => Task.FromResult(copied.TrySetResult()), Reads = () => ended.Task };

        var saying = Task.Run(() => SayAsync(Pipeline(services, first), world.Clock, "네", Yes));
        await confirmed.Task.WaitAsync(TestContext.Current.CancellationToken);
        var again = await SayAsync(Pipeline(services, second), world.Clock, "네", Yes);

        Assert.Contains("R-", again, StringComparison.Ordinal);
        Assert.Equal(await saying, again);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Script Script() => ScriptReader.Read("race", "start ko\n손님: 반품할래요\nshop unchanged\n");

    private static async Task ToTheReadBackAsync(ServiceProvider services, ScriptClock clock)
    {
        var turns = Pipeline(services, services.GetRequiredService<IContextStore>());
        foreach (var (words, i) in new[] { "반품할래요", $"{Order}, 010-0000-1234", "블루 주전자", "마음이 바뀌었어요", "네", "첫 번째" }.Select((words, i) => (words, i)))
            await SayAsync(turns, clock, words, $"e{i}");
    }

    /// <summary>Both nodes have loaded the same version before either commits.</summary>
    private static async Task<Dictionary<string, string>> RaceAsync(ServiceProvider services, ScriptClock clock, string first, string second)
    {
        var (loaded, met, committed) = (0, Signal(), Signal());
        var store = new WatchedStore(services.GetRequiredService<IContextStore>())
        {
            HasLoaded = eventId =>
            {
                if (eventId != first && eventId != second) return Task.CompletedTask;
                if (Interlocked.Increment(ref loaded) == 2) met.SetResult();
                return met.Task;
            },
            Commits = eventId => eventId == second ? committed.Task : Task.CompletedTask,
            HasCommitted = eventId => _ = eventId == first && committed.TrySetResult(),
        };
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { [Yes] = "네", [Correction] = "아니 하얀 주전자요" };
        var said = await Task.WhenAll(words.Select(async one => (one.Key, Said: await Task.Run(() => SayAsync(Pipeline(services, store), clock, one.Value, one.Key)))));
        return said.ToDictionary(one => one.Key, one => one.Said, StringComparer.Ordinal);
    }

    // A pipeline of its own with a gate of its own is what another node is.
    private static TurnPipeline Pipeline(ServiceProvider services, IContextStore store) => new(
        store, services.GetRequiredService<IUnderstanding>(), services.GetRequiredService<DialogRunner>(), services.GetRequiredService<IFacts>(),
        services.GetRequiredService<IEffects>(), services.GetRequiredService<INotices>(), new TurnGate(), services.GetRequiredService<ITurnFailures>());

    private static async Task<string> SayAsync(TurnPipeline turns, ScriptClock clock, string words, string eventId)
    {
        var turn = new Turn(Conversation, eventId, ChannelAbilities.DirectLine, new Utterance(words), clock.GetUtcNow()) { Locale = "ko-KR", Original = "{}" };
        var result = await turns.RunAsync(turn, TestContext.Current.CancellationToken);
        Assert.NotEqual(TurnResultKind.Failed, result.Kind);
        return string.Join("\n", result.Replies.Select(reply => reply.Message?.Text));
    }

    private static async Task<List<string>> ReturnedAsync(ServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<ShopDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var opened = await database.Returns.Include(entry => entry.Lines).Where(entry => entry.OrderId == Order).ToListAsync(TestContext.Current.CancellationToken);
        var names = new List<string>();
        foreach (var (order, line) in opened.SelectMany(entry => entry.Lines.Select(line => (entry.OrderId, line.LineId))))
        {
            var row = await database.OrderLines.SingleAsync(bought => bought.OrderId == order && bought.Id == line, TestContext.Current.CancellationToken);
            names.Add($"{row.Name} {string.Join(' ', row.Options.Values)}");
        }

        return names;
    }
}
