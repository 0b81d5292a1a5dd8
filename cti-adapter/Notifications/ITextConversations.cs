using System.Collections.Immutable;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Notifications;

/// <summary>Conversations by text message, as whoever keeps their log answers them: what is said later, without a message that asks, is brought by <see cref="ITextSender"/>.</summary>
public interface ITextConversations
{
    /// <summary>Runs the turn of a message.</summary>
    /// <param name="turn">With the customer's number (<see cref="Turn.From"/>) and ours (<see cref="Turn.To"/>).</param>
    /// <param name="cancellationToken">Ends the waiting, not the turn.</param>
    /// <returns>What the answer says, in order: the turn's replies, and what waits to be said.</returns>
    Task<ImmutableArray<LogEntry>> AnswerAsync(Turn turn, CancellationToken cancellationToken);
}

/// <summary>Sends the words of a conversation as text messages.</summary>
public interface ITextSender
{
    /// <summary>Sends them, in as many messages as they need, each once for its key, however often it is asked.</summary>
    /// <param name="key">One key for one thing said, for ever.</param>
    /// <param name="to">The telephone, with + and the country. Personal.</param>
    /// <param name="from">Our number.</param>
    /// <param name="text">The words.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How it went; what was not sent, or may not have been, is asked for again under the same key.</returns>
    Task<NotificationOutcome> SendAsync(string key, string to, string from, string text, CancellationToken cancellationToken);
}
