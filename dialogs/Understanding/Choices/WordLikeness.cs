namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>How well something said names a word of an option, 0 to 1.</summary>
internal static class WordLikeness
{
    /// <param name="word">A word of the option.</param>
    /// <param name="said">The words said.</param>
    /// <param name="forgives">Whether a typing error is forgiven: only to who answers a question, since in free words "good" would be "wood".</param>
    public static double Of(string word, SaidWords said, bool forgives)
    {
        var best = Direct(word, said, forgives);
        if (best < 1)
            foreach (var synonym in Synonyms.Of(word))
                if (synonym != word) best = Math.Max(best, Direct(synonym, said, forgives && synonym.Length > 2) * 0.95); // a short one is a slip of too much: 까만, 하나만
        return best;
    }

    private static double Direct(string word, SaidWords said, bool forgives)
    {
        var isKorean = Jamo.IsSyllable(word[0]);
        if (isKorean && word.Length >= 2 && said.Compact.Contains(word, StringComparison.Ordinal)) return 1;
        var best = 0.0;
        for (var at = 0; at < said.Words.Length; at++)
        {
            if (said.Words[at] == word || isKorean && said.Stems[at] == word) return 1;
            best = Math.Max(best, isKorean ? Korean(word, said.Stems[at]) : Latin(word, said.Words[at], forgives));
        }
        if (forgives && best == 0 && isKorean && word.Length >= 2 && HasSlip(word, said.Compact)) return word.Length > 2 ? 0.75 : 0.6;
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

    private static double Latin(ReadOnlySpan<char> word, ReadOnlySpan<char> said, bool forgives)
    {
        if (word.IsEmpty || said.IsEmpty) return 0;
        if (Singular(word).SequenceEqual(Singular(said))) return 0.97;
        if (char.IsDigit(word[0]) || char.IsDigit(said[0])) return StripUnit(word) is { IsEmpty: false } number && number.SequenceEqual(StripUnit(said)) ? 0.9 : 0;
        if (said.Length >= 4 && word.StartsWith(said) || word.Length >= 4 && said.StartsWith(word)) return 0.8;
        if (!forgives || word.Length < 4 || said.Length < 4 || Math.Abs(word.Length - said.Length) > 2) return 0;
        var distance = EditDistance.Of(Singular(word), Singular(said));
        return distance == 1 || distance == 2 && word.Length >= 8 ? 0.75 : 0;
    }

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    private static ReadOnlySpan<char> StripUnit(ReadOnlySpan<char> word)
    {
        while (!word.IsEmpty && char.IsAsciiLetterLower(word[^1])) word = word[..^1];
        return word;
    }
}
