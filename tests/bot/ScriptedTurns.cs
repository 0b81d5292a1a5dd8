using System.Collections.Concurrent;
using System.Collections.Immutable;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests;

/// <summary>A bot of a few lines that keeps the pipeline's promises on the real store, so that an edge is tested alone. It says the words back; a few words have a meaning of their own.</summary>
internal sealed class ScriptedTurns(IContextStore store, INotices notices) : ITurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Every turn that came, in order.</summary>
    public ConcurrentQueue<Turn> Seen { get; } = [];

    /// <summary>How the bot answers, in place of saying the words back.</summary>
    public Func<Turn, Message>? Answer { get; set; }

    public async Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        Seen.Enqueue(turn);
        if (turn.Input is Utterance { Text: "fail" } || Fails(turn)) return new TurnResult(TurnResultKind.Failed, 0, [new LogEntry(0, turn.ReceivedAt, turn.Channel.Name) { Message = new Message("sorry") }]);
        if (turn.Input is Utterance { Text: "slow" }) await Task.Delay(1200, cancellationToken);
        var gate = gates.GetOrAdd(turn.ConversationId, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await StepAsync(turn, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<TurnResult> StepAsync(Turn turn, CancellationToken cancellationToken)
    {
        var loaded = await store.LoadAsync(turn.ConversationId, turn.Channel.Name, turn.EventId, cancellationToken);
        if (loaded.AnsweredAt is { } at)
        {
            var again = await store.ReadLogAsync(turn.ConversationId, at, cancellationToken);
            return new TurnResult(TurnResultKind.Duplicate, at, [.. again.TakeWhile(entry => entry.Original is null)]);
        }
        var context = loaded.Context ?? new ConversationContext { Id = turn.ConversationId };
        var entries = new List<LogEntry>();
        if (turn.Original is not null) entries.Add(Next() with { EventId = turn.EventId, Original = turn.Original });
        else if (turn is { Sender: Sender.Customer, Input: Utterance said }) entries.Add(Next() with { EventId = turn.EventId, Said = said.Text });
        var asked = entries.Count > 0 ? entries[0].Sequence : 0;
        entries.Add(Next() with { Message = Answer?.Invoke(turn) ?? new Message(Words(turn.Input)), ReplyTo = asked > 0 ? asked : null, Taken = turn.TakesReplies });
        if (turn is { Channel.IsPushed: true, TakesReplies: false }) context.ToDeliver = context.LastSequence;
        var expected = context.Version++;
        var commit = new Commit(context, expected, turn.Channel.Name, turn.EventId, new JournalEntry(context.Version, turn), [.. entries]);
        if (!await store.CommitAsync(commit, cancellationToken)) throw new InvalidOperationException("Two turns of one conversation at once.");
        notices.Publish(turn.ConversationId, context.LastSequence);
        return new TurnResult(TurnResultKind.Done, asked, [.. entries.Where(entry => entry.Message is not null)]) { Context = context };

        LogEntry Next()
        {
            context.LastEntryAt = turn.ReceivedAt > context.LastEntryAt.AddMilliseconds(1) ? turn.ReceivedAt : context.LastEntryAt.AddMilliseconds(1);
            return new LogEntry(++context.LastSequence, context.LastEntryAt, turn.Channel.Name);
        }
    }

    /// <summary>How many of the next conversations cannot be opened.</summary>
    public int FailsToStart { get; set; }

    private bool Fails(Turn turn) => (turn.Input is Started && FailsToStart-- > 0) || (turn.Input is Utterance { Text: "fail once" } && Seen.Count(other => other.Input is Utterance { Text: "fail once" }) == 1);

    private static string Words(TurnInput input) => input switch
    {
        Started => "hello",
        Utterance said => "you said " + said.Text,
        Photos photos => string.Join(' ', ["photos", .. photos.Ids, photos.Text ?? ""]),
        Unreadable what => "unreadable " + what.What,
        WakeDue wake => "woken by " + wake.Name,
        _ => input.GetType().Name,
    };
}
