using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Understanding;

/// <summary>Whether an utterance asks: by its mark, by a Korean ending, or by how an English sentence begins.</summary>
internal static class QuestionDetection
{
    private static readonly string[] KoreanEndings = ["나요", "까요", "는지요", "은가요", "ㄴ가요", "인가요", "한가요", "던가요", "가요", "습니까", "입니까", "됩니까", "합니까", "할까", "나여", "까여", "는지", "죠", "냐", "니", "은지", "을까", "나", "대요"];
    private static readonly string[] KoreanWords = ["언제", "어디", "얼마", "어떻게", "어떡", "며칠", "몇일", "무엇", "뭐예요", "뭔가요", "뭐죠", "뭐에요", "왜", "누구", "어떤", "어느", "몇"];
    private static readonly string[] EnglishStarts =
        ["what", "when", "where", "who", "whom", "whose", "why", "how", "which", "is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should", "has", "have", "may", "whats", "wheres", "hows", "isnt", "arent", "cant", "dont", "doesnt", "didnt"];

    public static bool IsQuestion(string text, Haystack haystack, SpokenLanguage language)
    {
        if (text.Contains('?', StringComparison.Ordinal)) return true;
        var words = haystack.Text;
        if (language == SpokenLanguage.English)
        {
            var start = words.AsSpan().TrimStart();
            foreach (var opening in EnglishStarts)
                if (start.StartsWith(opening, StringComparison.Ordinal) && start.Length > opening.Length && start[opening.Length] == ' ' && start.Length > opening.Length + 1) return !start.StartsWith("do it", StringComparison.Ordinal) && !start.StartsWith("dont ", StringComparison.Ordinal);
            return false;
        }
        foreach (var ending in KoreanEndings)
            if (words.Length > ending.Length + 1 && words.EndsWith(ending, StringComparison.Ordinal)) return true;
        return words.EndsWith('요') && Array.Exists(KoreanWords, word => words.Contains(word, StringComparison.Ordinal));
    }
}
