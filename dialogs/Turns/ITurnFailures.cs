namespace ServiceBot.Dialogs.Turns;

/// <summary>What is said and noted when a turn could not be done.</summary>
public interface ITurnFailures
{
    /// <summary>Notes the failure without a word of the customer's, and gives an apology that offers a person.</summary>
    /// <returns>A result of the kind <see cref="TurnResultKind.Failed"/>.</returns>
    TurnResult Apologise(Turn turn, Exception exception);

    /// <summary>Notes, without a word of the customer's, that the effect of a turn that stands could not be run; a sweep runs it.</summary>
    void Postpone(Turn turn, Exception exception);
}
