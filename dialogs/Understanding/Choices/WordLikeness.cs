namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>How well something said names a word of an option, 0 to 1.</summary>
internal static class WordLikeness
{
    /// <param name="word">A word of the option.</param>
    /// <param name="said">The words said.</param>
    /// <param name="compact">The same without spaces.</param>
    /// <param name="forgives">Whether a typing error is forgiven: only to who answers a question, since in free words "good" would be "wood".</param>
    public static double Of(string word, IReadOnlyList<string> said, string compact, bool forgives)
    {
        var best = 0.0;
        foreach (var synonym in Synonyms.Of(word)) best = Math.Max(best, Direct(synonym, said, compact, forgives) * (ReferenceEquals(synonym, word) || synonym == word ? 1 : 0.95));
        return best;
    }

    private static double Direct(string word, IReadOnlyList<string> said, string compact, bool forgives)
    {
        var isKorean = Jamo.IsSyllable(word[0]);
        if (isKorean && word.Length >= 2 && compact.Contains(word, StringComparison.Ordinal)) return 1;
        var best = 0.0;
        foreach (var one in said)
        {
            if (one == word || isKorean && OptionWords.Stem(one) == word) return 1;
            best = Math.Max(best, isKorean ? Korean(word, OptionWords.Stem(one)) : Latin(word, one, forgives));
        }
        if (forgives && best == 0 && isKorean && word.Length >= 2 && HasSlip(word, compact)) return word.Length > 2 ? 0.75 : 0.6;
        return best;
    }

    private static double Korean(string word, string said)
    {
        if (said.Length >= 2 && Jamo.IsSyllable(said[0]) && word.Contains(said, StringComparison.Ordinal)) return 0.85;
        return 0;
    }

    private static bool HasSlip(string word, string compact)
    {
        for (var i = 0; i + word.Length <= compact.Length; i++)
            if (Jamo.IsOneSlip(word, compact.AsSpan(i, word.Length))) return true;
        return false;
    }

    private static double Latin(string word, string said, bool forgives)
    {
        if (word.Length == 0 || said.Length == 0) return 0;
        if (Singular(word) == Singular(said)) return 0.97;
        if (char.IsDigit(word[0]) || char.IsDigit(said[0])) return StripUnit(word) is var number && number.Length > 0 && number == StripUnit(said) ? 0.9 : 0;
        if (said.Length >= 4 && word.StartsWith(said, StringComparison.Ordinal) || word.Length >= 4 && said.StartsWith(word, StringComparison.Ordinal)) return 0.8;
        if (!forgives || word.Length < 4 || said.Length < 4 || Math.Abs(word.Length - said.Length) > 2) return 0;
        var distance = EditDistance.Of(Singular(word), Singular(said));
        return distance == 1 || distance == 2 && word.Length >= 8 ? 0.75 : 0;
    }

    private static string Singular(string word) => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    private static string StripUnit(string word) => word.TrimEnd("abcdefghijklmnopqrstuvwxyz".ToCharArray());
}
