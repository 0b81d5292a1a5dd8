namespace ServiceBot.Bot.Shop.Effects;

/// <summary>A key was used for another effect before. Nothing was changed; the caller made the key wrongly.</summary>
internal sealed class EffectConflictException(string key, string effect)
    : InvalidOperationException($"The key '{key}' of this {effect} was used before for other content.")
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
