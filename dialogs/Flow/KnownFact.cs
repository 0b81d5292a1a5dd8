namespace ServiceBot.Dialogs.Flow;

/// <summary>A fact, and when it was fetched.</summary>
/// <param name="Need">What it answers.</param>
/// <param name="Fact">The fact in the need's own type, or null where there is none.</param>
/// <param name="At">The time of the turn that fetched it.</param>
public sealed record KnownFact(Need Need, object? Fact, DateTimeOffset At);
