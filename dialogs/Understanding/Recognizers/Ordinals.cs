using System.Globalization;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Positions in a list: 두 번째, 2번, 마지막, "the second one", "second to last"; counted from one, or from the end as negative.</summary>
internal static partial class Ordinals
{
    private static readonly Dictionary<string, int> English = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10,
        ["eleventh"] = 11, ["twelfth"] = 12, ["twentieth"] = 20, ["thirtieth"] = 30,
    };

    public static void Find(EntityScan scan, SpokenLanguage language, IReadOnlyList<NumberFound> numbers)
    {
        if (language == SpokenLanguage.Korean) FindKorean(scan, numbers);
        else FindEnglish(scan);
    }

    private static void FindKorean(EntityScan scan, IReadOnlyList<NumberFound> numbers)
    {
        var text = scan.Text;
        foreach (var match in FromEnd().EnumerateMatches(text))
        {
            var native = KoreanNumerals.Read(text, text.IndexOf("서", match.Index, StringComparison.Ordinal) + (text[text.IndexOf("서", match.Index, StringComparison.Ordinal) + 1] == ' ' ? 2 : 1));
            if (native.Count > 0) scan.Claim(EntityType.Ordinal, match.Index, match.Index + match.Length, string.Create(CultureInfo.InvariantCulture, $"-{native[^1].Value}"));
        }
        foreach (var number in numbers)
        {
            var end = number.End;
            if (end < text.Length && text[end] == ' ') end++;
            var length = text.AsSpan(end).StartsWith("번째", StringComparison.Ordinal) ? 2
                : !number.IsNative && text.AsSpan(number.End).StartsWith("번", StringComparison.Ordinal) && !IsCount(text, number.End + 1) ? 1
                : !number.IsNative && (text.AsSpan(number.End).StartsWith("등으로", StringComparison.Ordinal) || text.AsSpan(number.End) is "등") ? 1 : 0;
            if (length == 0 || number.Value != Math.Floor(number.Value) || number.Value < 1) continue;
            scan.Claim(EntityType.Ordinal, number.Start, (length == 2 ? end : number.End) + length, number.Canonical());
        }
        foreach (Match match in KoreanPlaces().Matches(text))
            scan.Claim(EntityType.Ordinal, match.Index, match.Index + match.Length, match.Groups["last"].Success ? "-1" : match.Groups["n"].Success ? KoreanNumerals.Read(match.Groups["n"].Value, 0) is [.., var last] ? last.Value.ToString(CultureInfo.InvariantCulture) : "1" : "1");
    }

    // "3번이나" counts times; "3번지" is an address.
    private static bool IsCount(string text, int at) =>
        text.AsSpan(at).StartsWith("이나", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("지", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("호", StringComparison.Ordinal)
        || text.AsSpan(at).StartsWith("길", StringComparison.Ordinal) || text.AsSpan(at).StartsWith(" 했", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("을", StringComparison.Ordinal) || text.AsSpan(at).StartsWith(" 출구", StringComparison.Ordinal);

    private static void FindEnglish(EntityScan scan)
    {
        var text = scan.Text;
        foreach (Match match in EnglishPlaces().Matches(text))
        {
            var value = match.Groups["tolast"].Success ? -2
                : match.Groups["thirdlast"].Success ? -3
                : match.Groups["last"].Success ? -1
                : match.Groups["digits"].Success ? int.Parse(match.Groups["digits"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                : Compound(match.Groups["tens"].Value, match.Groups["word"].Value);
            if (value != 0) scan.Claim(EntityType.Ordinal, match.Index, match.Index + match.Length, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static int Compound(string tens, string word) =>
        English.GetValueOrDefault(word) + (tens.Length > 0 && EnglishNumberReader.Whole(tens, 0, "") is { } number ? (int)number.Value : 0);

    [GeneratedRegex(@"(?:끝|마지막|뒤|밑)에서 ?(?:첫|두|세|네|다섯|\d{1,2}) ?번 ?째(?: ?(?:거|것|꺼))?")]
    private static partial Regex FromEnd();

    [GeneratedRegex(@"(?<![가-힣])(?:(?<n>첫|처음)(?: ?번째)?(?= |번|째| ?거| ?것| ?꺼|$)|첫째|(?<last>마지막|맨 ?끝|제일 ?끝|맨 ?아래|맨 ?밑|제일 ?아래|제일 ?밑)|맨 ?위|제일 ?위|위에 ?(?:거|것|꺼)|(?<last>아래 ?(?:거|것|꺼)|밑에 ?(?:거|것|꺼)))")]
    private static partial Regex KoreanPlaces();

    [GeneratedRegex(@"\b(?:(?:the )?(?<tolast>second to last|next to last|last but one|penultimate|one before the last(?: one)?)|(?<thirdlast>third to last|antepenultimate)|(?<digits>\d{1,4})(?:st|nd|rd|th)|(?:(?<tens>twenty|thirty|forty|fifty)[- ])?(?<word>first|second(?!s| ago|hand)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twentieth|thirtieth)|(?<last>last|bottom)(?= (?:one|item|option|product|line)|$))\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishPlaces();
}
