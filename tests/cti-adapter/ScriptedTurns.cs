using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using System.Collections.Immutable;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.CtiAdapter.Notifications;
using ServiceBot.CtiAdapter.Queueing;
using ServiceBot.CtiAdapter.Rest;
using ServiceBot.CtiAdapter.Tests.Rest;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Tests;

/// <summary>A conversation that repeats what it hears, once for each event, like the real one.</summary>
internal sealed class ScriptedTurns : ITurns
{
    private readonly ConcurrentDictionary<string, Task<TurnResult>> taken = new(StringComparer.Ordinal);

    /// <summary>What the next answers wait for.</summary>
    public Task Busy { get; set; } = Task.CompletedTask;

    /// <summary>Whether nothing can be done now.</summary>
    public bool Fails { get; set; }

    /// <summary>Whether the next answers take leave.</summary>
    public bool TakesLeave { get; set; }

    /// <summary>What is asked for with every answer.</summary>
    public Expectation Expecting { get; set; } = Expectation.Nothing;

    /// <summary>What came in, in order.</summary>
    public ConcurrentQueue<Turn> Took { get; } = [];

    public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (Fails) return new(TurnResultKind.Failed, 0, []);
        var isFirst = false;
        var result = await taken.GetOrAdd(turn.ConversationId + turn.EventId, _ =>
        {
            isFirst = true;
            return TakeAsync(turn);
        });
        return isFirst ? result : result with { Kind = TurnResultKind.Duplicate, Context = null };
    }

    public Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Forgets an event, as a node that dies over it.</summary>
    public void Lose() => taken.Clear();

    private async Task<TurnResult> TakeAsync(Turn turn)
    {
        Took.Enqueue(turn);
        await Busy;
        var said = turn.Input is Utterance words ? $"들은 말: {words.Text}" : turn.Input.GetType().Name;
        return new(TurnResultKind.Done, 0, [new LogEntry(Took.Count, turn.ReceivedAt, turn.Channel.Name) { Message = new Message(said) { Expecting = Expecting, IsFarewell = TakesLeave } }]);
    }
}

internal static class ScriptedBot
{
    /// <summary>What the adapter needs from its host.</summary>
    public static IServiceCollection AddScriptedBot(this IServiceCollection services, ScriptedTurns turns) => services
        .AddSingleton<ITurns>(turns)
        .AddSingleton<ITextConversations, AnswersOnly>()
        .AddSingleton<TimeProvider, StandingClock>()
        .AddSingleton(ShopPolicy.KoreanDemo)
        .AddSingleton<ICallerNotes, ForgetfulNotes>()
        .AddSingleton<IContextStore, NoConversations>()
        .AddSingleton<IQueuedCalls, KeptQueue>()
        .AddSingleton<IRecordings, NoRecordings>()
        .AddSingleton<IRestIntents, KeptIntents>()
        .AddSingleton(new SentenceRenderer(SentenceBooks.Load([typeof(TelephoneAdapter).Assembly], [])));

    private sealed class AnswersOnly(ITurns turns) : ITextConversations
    {
        public async Task<ImmutableArray<LogEntry>> AnswerAsync(Turn turn, CancellationToken cancellationToken) => (await turns.RunAsync(turn, cancellationToken)).Replies;
    }

    private sealed class NoConversations : IContextStore
    {
        public Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken) => Task.FromResult(new Loaded(null, null));
        public Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken) => Task.FromResult(false);
        public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<LogEntry>.Empty);
        public Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<JournalEntry>.Empty);
        public Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<string>.Empty);
        public Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<Undelivered>.Empty);
        public Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken) => Task.CompletedTask;
        public Task RemoveAsync(string conversationId, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NoRecordings : IRecordings
    {
        public Task KeepAsync(Recording recording, CancellationToken cancellationToken) => Task.CompletedTask;
        public Task<Recording?> FindAsync(string sid, CancellationToken cancellationToken) => Task.FromResult<Recording?>(null);
        public Task<IReadOnlyList<Recording>> OfConversationAsync(string conversation, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Recording>>([]);
        public Task<IReadOnlyList<Recording>> OpenVoicemailsAsync(int most, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Recording>>([]);
        public Task<bool> SettleAsync(string sid, string agentId, DateTimeOffset at, CancellationToken cancellationToken) => Task.FromResult(false);
    }

    private sealed class ForgetfulNotes : ICallerNotes
    {
        public Task<CallerNote?> FindAsync(string caller, CancellationToken cancellationToken) => Task.FromResult<CallerNote?>(null);

        public Task KeepAsync(string caller, CallerNote note, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
