using System.Collections.Immutable;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Bot.Tests.Context;

/// <summary>Commits that are valid as they are; a test sets only what it is about.</summary>
internal static class Commits
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(9));

    private static readonly Channel Web = new("directline") { HasButtons = true };

    /// <summary>The commit that follows on what was loaded: the customer said something and the bot answered it.</summary>
    public static Commit After(ConversationContext? loaded, string conversationId, string eventId, string text = "안녕하세요")
    {
        var expected = loaded?.Version ?? 0;
        var asked = (loaded?.LastSequence ?? 0) + 1;
        var context = loaded ?? new ConversationContext { Id = conversationId };
        context.Version = expected + 1;
        context.LastSequence = asked + 1;
        context.LastEntryAt = Noon.AddSeconds(asked + 1);
        var turn = new Turn(conversationId, eventId, Web, new Utterance(text), Noon.AddSeconds(asked));
        return new Commit(
            context, expected, Web.Name, eventId,
            new JournalEntry(context.Version, turn) { Recognition = new Recognition(text, SpokenLanguage.Korean) },
            [
                new LogEntry(asked, Noon.AddSeconds(asked), Web.Name) { EventId = eventId, Original = $$"""{"type":"message","text":"{{text}}"}""" },
                new LogEntry(asked + 1, Noon.AddSeconds(asked + 1), Web.Name) { Message = new Message("무엇을 도와드릴까요?"), ReplyTo = asked },
            ]);
    }

    /// <summary>A commit of the machine itself, which nobody sees.</summary>
    public static Commit Unseen(ConversationContext loaded, string eventId)
    {
        var expected = loaded.Version;
        loaded.Version++;
        var turn = new Turn(loaded.Id, eventId, Channel.Internal, new WakeDue("silence"), Noon) { Sender = Sender.System };
        return new Commit(loaded, expected, Channel.Internal.Name, eventId, new JournalEntry(loaded.Version, turn), []);
    }

    public static CommittedEffect Effect(DateTimeOffset at) => new("K-1", new RecordSatisfaction("R-1", 5), at, Frame: 1);
}
