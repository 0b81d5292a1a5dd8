using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Turns;

/// <summary>Makes of a step what is committed: the next version, the log entries in order and time, the journal.</summary>
internal static class Commits
{
    public static Commit Commit(this ConversationContext context, ConversationContext before, Turn turn, Recognition? heard, Facts facts, ImmutableArray<Message> messages)
    {
        context.Version = before.Version + 1;
        if (turn.Sender == Sender.Customer && turn.Input is not Left)
        {
            context.Channels[turn.Channel.Name] = new AttachedChannel(turn.Channel, turn.From, turn.Locale);
            context.LastChannel = turn.Channel.Name;
        }
        var entries = ImmutableArray.CreateBuilder<LogEntry>();
        long? replyTo = null;
        if (turn.Original is not null)
        {
            entries.Add(context.Entry(turn) with { EventId = turn.EventId, Original = turn.Original });
            replyTo = entries[0].Sequence;
        }
        foreach (var message in messages) entries.Add(context.Entry(turn) with { Message = message, ReplyTo = replyTo });
        var journal = new JournalEntry(context.Version, turn with { Original = null }) { Recognition = heard, Facts = facts.ToJournal(), Messages = messages };
        return new Commit(context, before.Version, turn.Channel.Name, turn.EventId, journal, entries.ToImmutable());
    }

    public static Listening Listening(this ConversationContext context, Turn turn, ShopPolicy policy) =>
        new(TimeZoneInfo.ConvertTime(turn.ReceivedAt, policy.TimeZone), context.Language, context.Asked?.Expecting ?? Expectation.Nothing);

    /// <summary>A turn of the machine's own, answered on the channel that was used last.</summary>
    public static Turn TurnFor(this ConversationContext context, TurnInput input, string eventId, DateTimeOffset now)
    {
        var last = context.LastChannel is { } name ? context.Channels.GetValueOrDefault(name) : null;
        return new Turn(context.Id, eventId, last?.Channel ?? Channel.Internal, input, now) { Sender = Sender.System, From = last?.From, Locale = last?.Locale };
    }

    private static LogEntry Entry(this ConversationContext context, Turn turn)
    {
        // Web Chat sorts by time, so time rises strictly whatever the clock does.
        var next = context.LastEntryAt.AddMilliseconds(1);
        var now = new DateTimeOffset(turn.ReceivedAt.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        context.LastEntryAt = now > next ? now : next;
        return new LogEntry(++context.LastSequence, context.LastEntryAt, turn.Channel.Name);
    }
}
