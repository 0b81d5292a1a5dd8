namespace ServiceBot.Dialogs.Turns;

/// <summary>The way into conversations for every edge.</summary>
public interface ITurns
{
    /// <summary>Takes one turn through: load, understand, step, commit, effect, replies. One at a time per conversation.</summary>
    /// <param name="turn">What happened.</param>
    /// <param name="cancellationToken">Ends the waiting; a turn that has committed stays committed.</param>
    /// <exception cref="ArgumentException">The conversation's or event's id is malformed.</exception>
    Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken);

    /// <summary>Does what a conversation left behind: an effect whose outcome never came, and wakes that are due.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task ResumeAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken);
}
