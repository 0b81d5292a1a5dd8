using System.Globalization;

namespace ServiceBot.Bot.Context;

/// <summary>What a store takes as a key. Braces and the like are refused, since they would choose another slot in Redis.</summary>
internal static class ContextKeys
{
    private const int LongestConversation = 100;
    private const int LongestChannel = 50;
    private const int LongestEvent = 400;

    /// <summary>Refuses malformed ids, naming the one and its value. An empty event id stands for no event, where only the conversation is read.</summary>
    /// <exception cref="ArgumentException">An id is empty, too long, or holds a character that is not allowed.</exception>
    public static void CheckForReading(string conversationId, string channel, string eventId) =>
        Check(conversationId, channel, eventId.Length == 0 ? "none" : eventId);

    /// <summary>Refuses malformed ids, naming the one and its value.</summary>
    /// <exception cref="ArgumentException">An id is empty, too long, or holds a character that is not allowed.</exception>
    public static void Check(string conversationId, string channel, string eventId)
    {
        Require(conversationId, LongestConversation, IsConversationCharacter, nameof(conversationId), "letters, digits, '-', '_', '.' and '|'");
        Require(channel, LongestChannel, IsConversationCharacter, nameof(channel), "letters, digits, '-', '_', '.' and '|'");
        Require(eventId, LongestEvent, character => !char.IsControl(character), nameof(eventId), "characters other than control characters");
    }

    private static bool IsConversationCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '|';

    private static void Require(string value, int longest, Func<char, bool> allowed, string name, string allowedWords)
    {
        if (value.Length == 0 || value.Length > longest || !value.All(allowed))
            throw new ArgumentException($"The {name} '{Shown(value)}' is not 1 to {longest.ToString(CultureInfo.InvariantCulture)} {allowedWords}.", name);
    }

    private static string Shown(string value) => string.Concat(value.Take(120).Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
