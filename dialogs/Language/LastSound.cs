namespace ServiceBot.Dialogs.Language;

/// <summary>What a word ends in when a Korean reads it aloud.</summary>
internal enum Sound
{
    /// <summary>Nothing is known of how it is read.</summary>
    Unknown,
    /// <summary>A vowel.</summary>
    Vowel,
    /// <summary>A consonant other than ㄹ.</summary>
    Consonant,
    /// <summary>ㄹ, after which (으)로 is 로.</summary>
    Rieul,
}

/// <summary>Finds the last sound of what stands before a particle: Hangul, digits, units, Latin letters and words.</summary>
internal static class LastSound
{
    private const string Closing = "'\"’”」』》〉*_`~!?.,…♡♥·";

    public static Sound Of(ReadOnlySpan<char> words, Modality modality)
    {
        while (true)
        {
            words = words.TrimEnd();
            if (words.IsEmpty) return Sound.Unknown;
            var last = words[^1];
            if (last is ')' or ']' or '）')
            {
                words = Bracketed(words, modality);
                continue;
            }
            if (Closing.Contains(last, StringComparison.Ordinal))
            {
                words = words[..^1];
                continue;
            }
            return OfWord(words, last);
        }
    }

    // What stands in round brackets is not read, so the particle follows the word before them (국립국어원, 온라인가나다);
    // read aloud it is, and so is a bracket that no word leans on.
    private static ReadOnlySpan<char> Bracketed(ReadOnlySpan<char> words, Modality modality)
    {
        var open = words[^1] switch { ')' => words.LastIndexOf('('), '）' => words.LastIndexOf('（'), _ => -1 };
        return modality is Modality.Text && open > 0 && !char.IsWhiteSpace(words[open - 1]) ? words[..open] : words[..^1];
    }

    private static Sound OfWord(ReadOnlySpan<char> words, char last)
    {
        if (Hangul.IsSyllable(last)) return OfSyllable(last);
        // The letters' own names all end in a consonant (기역, 니은, 리을); the vowels are their own names.
        if (Hangul.IsLetter(last)) return last == 'ㄹ' ? Sound.Rieul : last < 'ㅏ' ? Sound.Consonant : Sound.Vowel;
        if (char.IsAsciiDigit(last)) return SpokenEnd.OfNumber(words);
        if (char.IsAsciiLetter(last)) return OfLatin(words);
        return last switch
        {
            '%' or '℃' or '°' or '$' or '€' or '£' or '+' or '&' or '@' => Sound.Vowel,
            '₩' or '¥' or '#' => Sound.Consonant,
            >= 'ぁ' and <= 'ヿ' => last is 'ん' or 'ン' ? Sound.Consonant : Sound.Vowel,
            'é' or 'è' or 'á' or 'à' or 'ä' or 'ö' or 'ü' or 'ó' or 'í' => Sound.Vowel,
            _ => Sound.Unknown,
        };
    }

    private static Sound OfSyllable(char syllable) => Hangul.Final(syllable) switch
    {
        Hangul.Open => Sound.Vowel,
        'ㄹ' => Sound.Rieul,
        _ => Sound.Consonant,
    };

    private static Sound OfLatin(ReadOnlySpan<char> words)
    {
        var start = words.Length;
        while (start > 0 && char.IsAsciiLetter(words[start - 1])) start--;
        var word = words[start..];
        var before = words[..start].TrimEnd();
        return !before.IsEmpty && char.IsAsciiDigit(before[^1]) && SpokenEnd.OfUnit(word) is { } unit ? unit : SpokenEnd.OfLatin(word);
    }
}
