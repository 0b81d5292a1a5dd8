using System.Collections.Frozen;

namespace ServiceBot.Dialogs.Language;

/// <summary>How Koreans read what is not Hangul, as far as its last sound goes.</summary>
internal static class SpokenEnd
{
    private static readonly FrozenDictionary<string, Sound> Units = new Dictionary<string, Sound>(StringComparer.Ordinal)
    {
        ["g"] = Sound.Consonant, ["kg"] = Sound.Consonant, ["mg"] = Sound.Consonant,
        ["m"] = Sound.Vowel, ["cm"] = Sound.Vowel, ["mm"] = Sound.Vowel, ["km"] = Sound.Vowel,
        ["l"] = Sound.Vowel, ["L"] = Sound.Vowel, ["ml"] = Sound.Vowel, ["mL"] = Sound.Vowel,
        ["W"] = Sound.Vowel, ["kW"] = Sound.Vowel, ["V"] = Sound.Vowel, ["mAh"] = Sound.Vowel, ["Hz"] = Sound.Vowel,
        ["GB"] = Sound.Vowel, ["MB"] = Sound.Vowel, ["TB"] = Sound.Vowel, ["kcal"] = Sound.Vowel, ["inch"] = Sound.Vowel,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Words whose Korean reading does not follow from their spelling.
    private static readonly FrozenDictionary<string, Sound> Words = new Dictionary<string, Sound>(StringComparer.OrdinalIgnoreCase)
    {
        ["nike"] = Sound.Vowel, ["adobe"] = Sound.Vowel, ["karaoke"] = Sound.Vowel, ["recipe"] = Sound.Vowel, ["chloe"] = Sound.Vowel,
        ["hub"] = Sound.Vowel, ["set"] = Sound.Vowel, ["kit"] = Sound.Vowel, ["bit"] = Sound.Vowel, ["week"] = Sound.Vowel,
        ["bag"] = Sound.Consonant, ["good"] = Sound.Consonant, ["tech"] = Sound.Vowel, ["logitech"] = Sound.Consonant,
        ["ram"] = Sound.Consonant, ["lan"] = Sound.Consonant, ["pin"] = Sound.Consonant, ["gift"] = Sound.Vowel, ["boot"] = Sound.Vowel,
        ["keyboard"] = Sound.Vowel, ["book"] = Sound.Consonant, ["notebook"] = Sound.Consonant, ["macbook"] = Sound.Consonant,
        ["facebook"] = Sound.Consonant, ["look"] = Sound.Consonant, ["outlook"] = Sound.Consonant, ["hook"] = Sound.Consonant,
        ["cook"] = Sound.Consonant, ["shirt"] = Sound.Vowel, ["meat"] = Sound.Vowel,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Sound>.AlternateLookup<ReadOnlySpan<char>> UnitsBySpan = Units.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Sound>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A unit behind a number: 5kg is 킬로그램, 2L is 리터.</summary>
    public static Sound? OfUnit(ReadOnlySpan<char> unit) => UnitsBySpan.TryGetValue(unit, out var sound) ? sound : null;

    /// <summary>A number ends as its last digit does (일, 이, 삼 ...), with its noughts as 십, 백, 천, 만, 억 or 조; with a currency sign before it, as the currency.</summary>
    public static Sound OfNumber(ReadOnlySpan<char> words)
    {
        var start = words.Length;
        while (start > 0 && (char.IsAsciiDigit(words[start - 1]) || words[start - 1] is '.' or ',')) start--;
        if (start > 0)
        {
            switch (words[start - 1])
            {
                case '$' or '€' or '£': return Sound.Vowel; // 달러, 유로, 파운드
                case '₩' or '¥': return Sound.Consonant; // 원, 엔, 위안
            }
        }
        switch (words[^1])
        {
            case '1' or '7' or '8': return Sound.Rieul;
            case '3' or '6': return Sound.Consonant;
            case not '0': return Sound.Vowel;
        }
        var noughts = 0;
        for (var i = words.Length - 1; i >= start && words[i] is '0' or ','; i--) if (words[i] == '0') noughts++;
        return noughts is >= 12 and < 16 ? Sound.Vowel : Sound.Consonant;
    }

    /// <summary>Short capitals are read letter by letter (SSD 에스에스디), everything else as a word (iPhone 아이폰).</summary>
    public static Sound OfLatin(ReadOnlySpan<char> word)
    {
        if (WordsBySpan.TryGetValue(word, out var known)) return known;
        if (word.Length == 1 || IsSpelled(word)) return OfLetter(word[^1]);
        return OfEnglish(word);
    }

    private static bool IsSpelled(ReadOnlySpan<char> word)
    {
        foreach (var letter in word) if (!char.IsAsciiLetterUpper(letter)) return false;
        return word.Length <= 3 || !word.ContainsAny("AEIOUY");
    }

    // 엘, 알; 엠, 엔; all other letters' names end in a vowel.
    private static Sound OfLetter(char letter) => char.ToUpperInvariant(letter) switch
    {
        'L' or 'R' => Sound.Rieul,
        'M' or 'N' => Sound.Consonant,
        _ => Sound.Vowel,
    };

    private static Sound OfEnglish(ReadOnlySpan<char> word)
    {
        var last = At(word, 1);
        var before = At(word, 2);
        return last switch
        {
            'l' => Sound.Rieul, // 몰, 스쿨
            'm' or 'n' => Sound.Consonant,
            'g' when before == 'n' => Sound.Consonant, // 삼성, 이어링
            'e' => OfSilentE(word, before),
            'k' when before == 'c' => Sound.Consonant, // 블랙
            'p' when before == 'p' => Sound.Consonant, // 앱
            // A short vowel before it makes it a final consonant (숍, 재킷, 클럽, 뮤직); two vowels or a consonant do not (코트, 벨트, 소프, 링크).
            'k' or 'p' or 't' or 'b' or 'c' when IsVowel(before) && !IsVowel(At(word, 3)) => Sound.Consonant,
            _ => Sound.Vowel,
        };
    }

    // 폰, 네임, 모바일 and 애플: the e is silent and the consonant before it closes the syllable; 케이스, 노트, 스토어 do not close.
    private static Sound OfSilentE(ReadOnlySpan<char> word, char before) => before switch
    {
        'l' when word.Length > 2 => Sound.Rieul,
        'n' or 'm' when word.Length > 2 => Sound.Consonant,
        _ => Sound.Vowel,
    };

    private static char At(ReadOnlySpan<char> word, int fromEnd) => fromEnd <= word.Length ? char.ToLowerInvariant(word[^fromEnd]) : ' ';

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
