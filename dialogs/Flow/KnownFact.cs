using System.Text.Json;

namespace ServiceBot.Dialogs.Flow;

/// <summary>A fact, and when it was fetched.</summary>
/// <param name="need">What it answers.</param>
/// <param name="fact">The fact in the need's own type, or null where there is none.</param>
/// <param name="at">The time of the turn that fetched it.</param>
public sealed class KnownFact(Need need, object? fact, DateTimeOffset at)
{
    private JsonElement? json;

    /// <summary>What it answers.</summary>
    public Need Need => need;

    /// <summary>The fact in the need's own type, or null where there is none.</summary>
    public object? Fact => fact;

    /// <summary>The time of the turn that fetched it.</summary>
    public DateTimeOffset At => at;

    /// <summary>As it goes into the journal.</summary>
    internal JsonElement Json => json ??= need.ToJson(fact);
}
