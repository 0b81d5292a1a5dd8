using System.Collections.Concurrent;

namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>One name of an option, cut into words. The names of a shop's goods are asked about in every turn, so those of late are kept.</summary>
/// <param name="Plain">As <see cref="OptionWords.Plain"/> gives it.</param>
/// <param name="Words">Its telling words.</param>
internal sealed record OptionName(string Plain, string[] Words)
{
    private const int KeptAtMost = 4096;
    private static readonly ConcurrentDictionary<string, OptionName> Kept = new(StringComparer.Ordinal);

    public static OptionName Of(string name)
    {
        if (Kept.TryGetValue(name, out var known)) return known;
        if (Kept.Count >= KeptAtMost) Kept.Clear();
        var plain = OptionWords.Plain(name);
        return Kept[name] = new(plain, OptionWords.Telling(plain));
    }
}
