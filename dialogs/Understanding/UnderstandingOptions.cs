using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>What understanding must know of the shop.</summary>
public sealed record UnderstandingOptions
{
    /// <summary>
    /// Regular expressions of the shop's own order numbers, such as <c>#?W\d{7}</c>; matched without regard to case, as whole words, besides the usual
    /// shapes (ORD-20260001, 20261103-0001234). They run without backtracking, so look-around and back references are refused.
    /// </summary>
    public ImmutableArray<string> OrderNumbers { get; init; } = [];
}
