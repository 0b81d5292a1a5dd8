using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Turns;

/// <summary>Everything that decided one turn, so that it replays without touching the world.</summary>
/// <param name="Version">The version that the turn made.</param>
/// <param name="Turn">The turn, without the channel's original.</param>
public sealed record JournalEntry(long Version, Turn Turn)
{
    /// <summary>What the words were understood to mean, or null where there were none.</summary>
    public Recognition? Recognition { get; init; }
    /// <summary>The facts that were fetched, by the key of their need.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Facts { get; init; } = ImmutableSortedDictionary<string, JsonElement>.Empty;
    /// <summary>What the bot said, as dialog, state and text.</summary>
    public ImmutableArray<Message> Messages { get; init; } = [];
}
