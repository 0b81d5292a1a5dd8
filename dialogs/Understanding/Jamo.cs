namespace ServiceBot.Dialogs.Understanding;

/// <summary>The letters inside Hangul syllables (Unicode 3.12, conjoining jamo behaviour).</summary>
internal static class Jamo
{
    public const int Leads = 19, Vowels = 21, Tails = 28;

    /// <summary>The vowels ㅐ and ㅔ.</summary>
    public const int Ae = 1, E = 5;

    private const char FirstSyllable = '가', LastSyllable = '힣';

    public static bool IsSyllable(char c) => c is >= FirstSyllable and <= LastSyllable;

    public static bool IsHangul(char c) => IsSyllable(c) || c is (>= 'ㄱ' and <= 'ㆎ') or (>= '\u1100' and <= '\u11FF');

    public static (int Lead, int Vowel, int Tail) Split(char syllable)
    {
        var index = syllable - FirstSyllable;
        return (index / (Vowels * Tails), index / Tails % Vowels, index % Tails);
    }

    public static char Join(int lead, int vowel, int tail) => (char)(FirstSyllable + ((lead * Vowels) + vowel) * Tails + tail);

    public static bool HasTail(char syllable) => IsSyllable(syllable) && (syllable - FirstSyllable) % Tails != 0;

    /// <summary>Composes two characters of decomposed (NFD) Hangul, as some phones and file systems send it.</summary>
    public static bool TryCompose(char first, char second, out char composed)
    {
        composed = default;
        if (first is >= '\u1100' and <= '\u1112' && second is >= '\u1161' and <= '\u1175')
            composed = Join(first - '\u1100', second - '\u1161', 0);
        else if (IsSyllable(first) && !HasTail(first) && second is >= '\u11A8' and <= '\u11C2')
            composed = (char)(first + (second - '\u11A7'));
        return composed != default;
    }

    /// <summary>Whether two words of the same length differ in at most one letter of one syllable.</summary>
    public static bool IsOneSlip(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length) return false;
        var slips = 0;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i]) continue;
            if (!IsSyllable(left[i]) || !IsSyllable(right[i])) return false;
            var (l1, v1, t1) = Split(left[i]);
            var (l2, v2, t2) = Split(right[i]);
            slips += (l1 == l2 ? 0 : 1) + (v1 == v2 ? 0 : 1) + (t1 == t2 ? 0 : 1);
            if (slips > 1) return false;
        }
        return true;
    }
}
