namespace ServiceBot.Dialogs.Flow;

/// <summary>A fact, and when it was fetched.</summary>
/// <param name="Need">What it answers.</param>
/// <param name="Fact">The fact in the need's own type, or null where there is none.</param>
/// <param name="At">When it was fetched.</param>
public sealed record KnownFact(Need Need, object? Fact, DateTimeOffset At)
{
    /// <summary>Whether it was fetched ahead of the turn that may need it; then it stands in no journal yet.</summary>
    public bool IsForeseen { get; init; }
}
