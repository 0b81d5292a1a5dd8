using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Understanding.Phrases;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>Which language an utterance is in; where the words do not say (numbers, an order number, "ok"), the customer's language so far is kept.</summary>
internal static class LanguageDetection
{
    private static readonly string[] Neutral = ["ok", "okay", "yes", "no", "hi", "hello", "refund", "return", "help", "bye", "thanks"];

    public static SpokenLanguage Detect(string text, SpokenLanguage soFar, PhraseBook english)
    {
        var hangul = 0;
        var latinWords = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Jamo.IsHangul(text[i])) hangul++;
            if (!char.IsAsciiLetter(text[i]) || i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '@' or '.' or '_' or '-' or '#' or '\'')) continue;
            var end = i;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            if (end == text.Length || !char.IsDigit(text[end]) && text[end] is not ('@' or '_' or '-')) latinWords++;
        }
        if (hangul == 0 && latinWords == 0) return soFar;
        if (hangul == 0)
        {
            if (soFar == SpokenLanguage.English) return soFar;
            if (latinWords == 1 && Array.Exists(Neutral, word => text.Trim('.', '!', '?', ' ').Equals(word, StringComparison.OrdinalIgnoreCase))) return soFar;
            return latinWords >= 4 || IsKnown(text, english, 1) ? SpokenLanguage.English : soFar;
        }
        return latinWords > hangul && IsKnown(text, english, 2) ? SpokenLanguage.English : SpokenLanguage.Korean;
    }

    private static bool IsKnown(string text, PhraseBook english, int words) =>
        english.Scan(Haystack.Of(NormalizedText.Of(text), SpokenLanguage.English)).Select(hit => hit.Start).Distinct().Take(words).Count() == words;
}
