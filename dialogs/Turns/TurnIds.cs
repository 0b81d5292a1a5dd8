namespace ServiceBot.Dialogs.Turns;

/// <summary>What ids may look like: braces would move a conversation to another slot of a cluster, control characters would forge log lines.</summary>
internal static class TurnIds
{
    public static void Check(Turn turn)
    {
        if (turn.ConversationId.Length is 0 or > 100 || !turn.ConversationId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '|'))
            throw new ArgumentException($"The conversation id '{Printable(turn.ConversationId)}' must be 1 to 100 characters of letters, digits, '-', '_', '.' and '|'.", nameof(turn));
        if (turn.EventId.Length is 0 or > 300 || turn.EventId.Any(char.IsControl))
            throw new ArgumentException($"The event id '{Printable(turn.EventId)}' must be 1 to 300 characters without control characters.", nameof(turn));
    }

    private static string Printable(string id) => string.Concat(id.Where(letter => !char.IsControl(letter)).Take(120));
}
