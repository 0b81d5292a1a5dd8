using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>The spellings that a slip of one finger makes of a word: 환불 as 환뷸, refund as refudn.</summary>
internal static class Typos
{
    public static IEnumerable<string> Of(string spelling, SpokenLanguage language) =>
        language == SpokenLanguage.Korean ? Korean(spelling) : English(spelling);

    private static IEnumerable<string> Korean(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!Jamo.IsSyllable(word[i])) continue;
            var (lead, vowel, tail) = Jamo.Split(word[i]);
            for (var l = 0; l < Jamo.Leads; l++)
                if (l != lead) yield return Put(word, i, Jamo.Join(l, vowel, tail));
            for (var v = 0; v < Jamo.Vowels; v++)
                if (v != vowel) yield return Put(word, i, Jamo.Join(lead, v, tail));
            for (var t = 0; t < Jamo.Tails; t++)
                if (t != tail) yield return Put(word, i, Jamo.Join(lead, vowel, t));
            // Nobody hears ㅐ from ㅔ, so that confusing them is no slip of its own: 벤송.
            if (vowel is not (Jamo.Ae or Jamo.E)) continue;
            for (var t = 0; t < Jamo.Tails; t++)
                if (t != tail) yield return Put(word, i, Jamo.Join(lead, vowel == Jamo.Ae ? Jamo.E : Jamo.Ae, t));
        }
    }

    private static string Put(string word, int at, char c) => string.Concat(word.AsSpan(0, at), [c], word.AsSpan(at + 1));

    // The first letter is seldom wrong, and words that differ only there are seldom the same.
    private static IEnumerable<string> English(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterLower(word[i])) continue;
            yield return word.Remove(i, 1);
            yield return word.Insert(i, word[i].ToString());
            if (i + 1 < word.Length && char.IsAsciiLetterLower(word[i + 1]) && word[i] != word[i + 1])
                yield return string.Concat(word.AsSpan(0, i), [word[i + 1], word[i]], word.AsSpan(i + 2));
            foreach (var neighbour in Neighbours(word[i])) yield return Put(word, i, neighbour);
        }
    }

    private static string Neighbours(char key) => key switch
    {
        'a' => "sqeiu", 'b' => "vnp", 'c' => "xvsk", 'd' => "sft", 'e' => "wraio", 'f' => "dg", 'g' => "fhj", 'h' => "gj", 'i' => "uoeay", 'j' => "hkg",
        'k' => "jlc", 'l' => "kr", 'm' => "n", 'n' => "mb", 'o' => "ipua", 'p' => "ob", 'q' => "wa", 'r' => "etl", 's' => "adcz", 't' => "ryd",
        'u' => "yioa", 'v' => "cb", 'w' => "qe", 'x' => "zc", 'y' => "tui", 'z' => "xs", _ => "",
    };
}
