namespace ServiceBot.Dialogs.Turns;

/// <summary>The whole path of a turn; the only thing that advances conversations.</summary>
public interface ITurns
{
    /// <summary>Takes one turn through: load, understand, step, commit, effect, replies. One at a time per conversation.</summary>
    /// <param name="turn">What happened.</param>
    /// <param name="cancellationToken">Ends the waiting; a turn that has committed stays committed.</param>
    /// <exception cref="ArgumentException">The conversation's or event's id is malformed.</exception>
    Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken);
}
