using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;

namespace ServiceBot.Dialogs.Turns;

/// <summary>The shop's answers to needs.</summary>
public interface IFacts
{
    /// <summary>Fetches one fact.</summary>
    /// <returns>The fact in the need's own type, or null where there is none.</returns>
    /// <exception cref="NotSupportedException">The need is of a kind that this shop does not know.</exception>
    Task<object?> FetchAsync(Need need, CancellationToken cancellationToken);
}

/// <summary>What changes the world.</summary>
public interface IEffects
{
    /// <summary>Runs an effect once; the same key again answers the same outcome.</summary>
    /// <param name="key">Fixed by the commit that recorded the effect.</param>
    /// <param name="effect">What to do.</param>
    /// <param name="now">The time of the turn.</param>
    /// <param name="cancellationToken">Ends the waiting, not the effect.</param>
    Task<Outcome> RunAsync(string key, Effect effect, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Where live conversations are kept: embedded, or Redis.</summary>
public interface IContextStore
{
    /// <summary>Reads a conversation, and whether an event was already answered, in one go.</summary>
    Task<Loaded> LoadAsync(string conversationId, string channel, string eventId, CancellationToken cancellationToken);

    /// <summary>
    /// What this node wrote last of a conversation, where it still remembers; not to be changed. It spares the reading and is only a guess: the commit
    /// tells whether anybody else wrote since, or the event was answered before.
    /// </summary>
    ConversationContext? Recall(string conversationId) => null;

    /// <summary>Remembers with a version of a conversation what the turn after it may need; <see cref="Recall"/> tells it along. What comes too late is forgotten.</summary>
    void Foresee(string conversationId, long version, ImmutableArray<KnownFact> facts)
    {
    }

    /// <summary>Writes context, journal, event id and log entries atomically, only if the version is still the expected one.</summary>
    /// <returns>False, and nothing written, where another turn came first.</returns>
    Task<bool> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>The log after a sequence, in order; empty where there is nothing newer or no such conversation.</summary>
    Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long after, CancellationToken cancellationToken);

    /// <summary>The journal of a conversation in order; empty where there is no such conversation.</summary>
    Task<ImmutableArray<JournalEntry>> ReadJournalAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Conversations whose next wake is due, and those that committed an effect before <paramref name="orphanedBefore"/> and never heard its outcome.</summary>
    Task<ImmutableArray<string>> DueAsync(DateTimeOffset now, DateTimeOffset orphanedBefore, int most, CancellationToken cancellationToken);

    /// <summary>Conversations with messages that have to be brought to their channel, as committed with <see cref="Commit.ToDeliver"/> and not yet said to be <see cref="DeliveredAsync"/>.</summary>
    Task<ImmutableArray<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken);

    /// <summary>Says that a conversation's messages were brought up to a sequence. What was committed since still waits.</summary>
    Task DeliveredAsync(string conversationId, long sequence, CancellationToken cancellationToken);

    /// <summary>Removes all that is kept of a conversation, for good; nothing where there is none.</summary>
    Task RemoveAsync(string conversationId, CancellationToken cancellationToken);
}

/// <summary>A conversation with messages that have to be brought to its channel.</summary>
/// <param name="ConversationId">Which.</param>
/// <param name="Sequence">The sequence of the newest of them.</param>
public sealed record Undelivered(string ConversationId, long Sequence);

/// <summary>Tells open sockets that a conversation's log has grown. A notice may be lost: readers also look at every keepalive.</summary>
public interface INotices
{
    /// <summary>Says that the log has grown to this sequence. Never throws for a reader's sake.</summary>
    void Publish(string conversationId, long sequence);

    /// <summary>
    /// The highest sequence that was told here lately of a conversation, by any node; 0 where none was. Notices follow commits, so that a store that
    /// knows less has lost its newest ones.
    /// </summary>
    long NewestOf(string conversationId);

    /// <summary>Calls back on every notice of a conversation until disposed. The callback must not block.</summary>
    IDisposable Subscribe(string conversationId, Action<long> onGrown);

    /// <summary>Calls back with conversation and sequence on every notice that this node publishes, of any conversation, until disposed. The callback must not block.</summary>
    IDisposable OnPublished(Action<string, long> onGrown);
}

/// <summary>What <see cref="IContextStore.LoadAsync"/> found.</summary>
/// <param name="Context">The conversation, or null where it is new.</param>
/// <param name="AnsweredAt">The sequence of the log entry of this very event, where it was answered before: its replies follow up to the next entry that came in.</param>
public sealed record Loaded(ConversationContext? Context, long? AnsweredAt);

/// <summary>All that one turn writes.</summary>
/// <param name="Context">The conversation after the turn; its <see cref="ConversationContext.Version"/> is the new one.</param>
/// <param name="ExpectedVersion">The version that was loaded, 0 for a new conversation.</param>
/// <param name="Channel">The turn's channel.</param>
/// <param name="EventId">The turn's event.</param>
/// <param name="Journal">What happened, for replay.</param>
/// <param name="Entries">What the log grows by; never empty for a turn that somebody sees.</param>
public sealed record Commit(
    ConversationContext Context, long ExpectedVersion, string Channel, string EventId, JournalEntry Journal, ImmutableArray<LogEntry> Entries)
{
    /// <summary>The conversation as it was before the turn, which a store may rely on where it holds the version that is expected; null where that is not told.</summary>
    public ConversationContext? Before { get; init; }

    /// <summary>The sequence of the event's own log entry; where nobody sees the event, the place just before its replies.</summary>
    public long AnsweredAt =>
        Entries.FirstOrDefault(entry => string.Equals(entry.EventId, EventId, StringComparison.Ordinal))?.Sequence
        ?? (Entries.IsEmpty ? Context.LastSequence : Entries[0].Sequence - 1);

    /// <summary>The sequence of the newest message of this commit that has to be brought to its channel, or null where none has.</summary>
    public long? ToDeliver => !Entries.IsEmpty && Context.ToDeliver >= Entries[0].Sequence ? Context.ToDeliver : null;
}

/// <summary>What a turn came to.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Sequence">Sequence of the log entry of what came in; 0 where nothing was logged.</param>
/// <param name="Replies">What the bot answered, also by the outcome of an effect that ended in time.</param>
public sealed record TurnResult(TurnResultKind Kind, long Sequence, ImmutableArray<LogEntry> Replies)
{
    /// <summary>The conversation as this turn left it, or found it where the event had been answered before; null where nothing was committed.</summary>
    public ConversationContext? Context { get; init; }

    /// <summary>This, and what followed it: each reply once, since who reads the log late finds there what followed already.</summary>
    internal TurnResult With(TurnResult following) =>
        this with { Replies = [.. Replies.Concat(following.Replies).DistinctBy(entry => entry.Sequence)], Context = following.Context };
}

/// <summary>How a turn ended.</summary>
public enum TurnResultKind
{
    /// <summary>Committed.</summary>
    Done,
    /// <summary>The event had been answered before; the same replies again.</summary>
    Duplicate,
    /// <summary>Somebody else changed what an agent saw; nothing was done.</summary>
    Stale,
    /// <summary>Could not be done now; nothing was written and the event may be sent again. <see cref="TurnResult.Replies"/> holds an apology that is in no log.</summary>
    Failed,
}
