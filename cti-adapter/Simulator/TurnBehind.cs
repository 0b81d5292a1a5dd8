namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Where the conversation stood after an answer, for whoever looks at a call from beside it.</summary>
/// <param name="Dialog">The dialog that spoke last.</param>
/// <param name="State">Where it rests.</param>
/// <param name="Expecting">What it waits for.</param>
public sealed record TurnBehind(string Dialog, string State, string Expecting);

/// <summary>Looks up the turn behind an answer. The telephone company itself knows nothing of it.</summary>
/// <param name="callSid">The call.</param>
/// <param name="document">What was answered.</param>
/// <param name="cancellationToken">Ends the waiting.</param>
/// <returns>Null where there was none.</returns>
public delegate Task<TurnBehind?> LookBehind(string callSid, string document, CancellationToken cancellationToken);
