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
        context.Known = facts.Lasting;
        var entries = ImmutableArray.CreateBuilder<LogEntry>();
        // What an effect came to answers what asked for it, however late.
        var replyTo = turn.Input is EffectEnded or EffectDelayed ? before.Committing?.ReplyTo : null;
        if (context.Incoming(before, turn) is { } incoming)
        {
            entries.Add(incoming);
            replyTo = incoming.Sequence;
        }
        foreach (var message in messages) entries.Add(context.Entry(turn) with { Message = message, ReplyTo = replyTo, Taken = turn.TakesReplies });
        if (turn is { Channel.IsPushed: true, TakesReplies: false } && !messages.IsEmpty) context.ToDeliver = context.LastSequence;
        if (context.Committing is { } committing && !ReferenceEquals(committing, before.Committing)) context.Committing = committing with { ReplyTo = replyTo };
        if (!ReferenceEquals(context.Asked, before.Asked)) context.Asked = context.Asked is { } asked ? asked with { At = context.LastSequence } : null;
        context.Attach(turn);
        var journal = new JournalEntry(context.Version, turn with { Original = null }) { Recognition = heard, Facts = facts.ToJournal(), Messages = messages };
        return new Commit(context, before.Version, turn.EventScope, turn.EventId, journal, entries.ToImmutable()) { Before = before };
    }

    public static Listening Listening(this ConversationContext context, Turn turn, ShopPolicy policy) =>
        new(TimeZoneInfo.ConvertTime(turn.ReceivedAt, policy.TimeZone), context.Language, context.AskedOn(turn)?.Expecting ?? Expectation.Nothing);

    /// <summary>Each channel remembers what it asked last; one that mirrors has always asked the newest.</summary>
    private static void Attach(this ConversationContext context, Turn turn)
    {
        if (turn.Sender == Sender.Customer && turn.Input is not Left && !(turn.Input is Joined joined && !context.IsOf(joined.CustomerId)))
        {
            context.Channels[turn.Channel.Name] = new AttachedChannel(turn.Channel, turn.From, turn.Locale);
            context.LastChannel = turn.Channel.Name;
        }
        foreach (var (name, attached) in context.Channels.ToArray())
            if (attached.Channel.Mirrors || name == turn.Channel.Name) context.Channels[name] = attached with { Asked = context.Asked };
    }

    /// <summary>What came in, in the channel's own form; where it keeps none, by its words.</summary>
    private static LogEntry? Incoming(this ConversationContext context, ConversationContext before, Turn turn)
    {
        if (turn.Original is { } original) return context.Entry(turn) with { EventId = turn.EventId, Original = original };
        var said = turn.Sender != Sender.Customer ? null : turn.Input switch
        {
            Utterance utterance => utterance.Text,
            Photos photos => photos.Text,
            Pressed { Option: { } place } when before.AskedOn(turn)?.Expecting.Options is { } options && place < options.Length => options[place].Title,
            _ => null,
        };
        return said is null ? null : context.Entry(turn) with { EventId = turn.EventId, Said = said };
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
