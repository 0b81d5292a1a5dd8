using System.Collections.Immutable;
using ServiceBot.CtiAdapter.Calls;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.CtiAdapter.Vru;

/// <summary>The words that are likely as an answer, for speech recognition.</summary>
internal static class Hints
{
    private const int Longest = 100;
    private const int Most = 500;

    public static ImmutableArray<string> For(Expectation expecting, KeyMap keys, Voices voices, string locale)
    {
        var always = voices.Words(Sentence.Of(keys.Kind == KeyKind.Number ? "vru.likelyProof" : "vru.likely"), locale);
        return [.. expecting.Options.SelectMany(option => option.AlsoKnownAs.Prepend(option.Title))
            .Concat(always.Split(','))
            .Select(hint => hint.Replace(",", " ", StringComparison.Ordinal).Trim())
            .Where(hint => hint.Length is > 0 and <= Longest)
            .Distinct(StringComparer.Ordinal).Take(Most)];
    }
}
