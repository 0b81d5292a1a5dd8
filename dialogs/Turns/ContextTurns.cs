namespace ServiceBot.Dialogs.Turns;

/// <summary>Turns that no channel brought.</summary>
public static class ContextTurns
{
    /// <summary>A turn of the machine's own, answered on the channel that was used last.</summary>
    /// <param name="context">The conversation.</param>
    /// <param name="input">What happens in it.</param>
    /// <param name="eventId">The same id again does nothing.</param>
    /// <param name="now">The time.</param>
    public static Turn TurnFor(this ConversationContext context, TurnInput input, string eventId, DateTimeOffset now)
    {
        var last = context.LastChannel is { } name ? context.Channels.GetValueOrDefault(name) : null;
        return new Turn(context.Id, eventId, last?.Channel ?? Channel.Internal, input, now) { Sender = Sender.System, From = last?.From, Locale = last?.Locale };
    }
}
