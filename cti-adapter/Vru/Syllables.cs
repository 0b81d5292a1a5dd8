namespace ServiceBot.CtiAdapter.Vru;

/// <summary>How long words take to speak, estimated: nobody listens to a greeting for more than some eight seconds.</summary>
internal static class Syllables
{
    // Synthetic voices at their usual pace: some six syllables a second in Korean, four and a half in English.
    private const double KoreanPerSecond = 6;
    private const double EnglishPerSecond = 4.5;

    /// <summary>Seconds of speech.</summary>
    public static double Seconds(string words, string locale) =>
        locale == Voices.Korean ? words.Count(letter => letter is >= '가' and <= '힣') / KoreanPerSecond : English(words) / EnglishPerSecond;

    // One for each run of vowels within a word, a silent e at its end left out.
    private static int English(string words) => words.Split([' ', ',', '.', '?', '!', '\''], StringSplitOptions.RemoveEmptyEntries).Sum(word =>
    {
        var lower = word.ToLowerInvariant();
        var runs = 0;
        for (var at = 0; at < lower.Length; at++)
            if (IsVowel(lower[at]) && (at == 0 || !IsVowel(lower[at - 1]))) runs++;
        if (runs > 1 && lower is [.., not 'l', 'e']) runs--;
        return Math.Max(runs, 1);
    });

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter, StringComparison.Ordinal);
}
