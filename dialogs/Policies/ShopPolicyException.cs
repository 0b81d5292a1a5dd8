using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Policies;

/// <summary>A policy file cannot be used.</summary>
/// <param name="errors">Every error, each with the field's path and the value.</param>
public sealed class ShopPolicyException(ImmutableArray<string> errors)
    : Exception($"The shop policy has {errors.Length} error(s):{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", errors)}")
{
    /// <summary>Every error, each with the field's path and the value.</summary>
    public ImmutableArray<string> Errors { get; } = errors;
}
