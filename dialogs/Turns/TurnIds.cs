namespace ServiceBot.Dialogs.Turns;

/// <summary>What ids may look like: braces would move a conversation to another slot of a cluster, control characters would forge log lines.</summary>
public static class TurnIds
{
    private const int LongestConversation = 100;
    private const int LongestEvent = 300;

    /// <summary>Refuses a turn whose ids are malformed.</summary>
    /// <exception cref="ArgumentException">The conversation's or event's id is malformed; the message holds it.</exception>
    public static void Check(Turn turn)
    {
        CheckConversation(turn.ConversationId);
        CheckEvent(turn.EventId);
    }

    /// <summary>Refuses a conversation id that is not 1 to 100 characters of ASCII letters, digits, '-', '_', '.' and '|'.</summary>
    /// <exception cref="ArgumentException">It is malformed; the message holds it.</exception>
    public static void CheckConversation(string conversationId)
    {
        if (conversationId.Length is 0 or > LongestConversation || !conversationId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '|'))
            throw new ArgumentException($"The conversation id '{Printable(conversationId)}' must be 1 to 100 characters of letters, digits, '-', '_', '.' and '|'.", nameof(conversationId));
    }

    /// <summary>Refuses an event id that is not 1 to 300 characters other than control characters.</summary>
    /// <exception cref="ArgumentException">It is malformed; the message holds it.</exception>
    public static void CheckEvent(string eventId)
    {
        if (eventId.Length is 0 or > LongestEvent || eventId.Any(char.IsControl))
            throw new ArgumentException($"The event id '{Printable(eventId)}' must be 1 to 300 characters without control characters.", nameof(eventId));
    }

    private static string Printable(string id) => string.Concat(id.Where(letter => !char.IsControl(letter)).Take(120));
}
