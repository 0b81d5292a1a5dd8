using System.Text.Json;

namespace ServiceBot.Dialogs.Flow;

/// <summary>A fact, and when it was fetched.</summary>
/// <param name="Need">What it answers.</param>
/// <param name="Fact">The fact in the need's own type, or null where there is none.</param>
/// <param name="At">When it was fetched.</param>
public sealed record KnownFact(Need Need, object? Fact, DateTimeOffset At)
{
    /// <summary>Whether it was fetched ahead of the turn that may need it; then it stands in no journal yet.</summary>
    public bool IsForeseen { get; private init; }

    /// <summary>As the journal will hold it, where there was time to write it ahead of the turn.</summary>
    internal JsonElement? Written { get; private init; }

    /// <summary>This, as fetched ahead of the turn that may need it, and written as that turn's journal will hold it.</summary>
    public KnownFact Foreseen() => this with { IsForeseen = true, Written = Need.ToJson(Fact) };

    /// <summary>This, as the turn that took it leaves it to the next: it stands in the journal.</summary>
    internal KnownFact Taken() => IsForeseen ? this with { IsForeseen = false, Written = null } : this;
}
