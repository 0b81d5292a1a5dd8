using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>How many things: 두 개, 한 켤레, 둘 다, 전부, 나머지, "two of them", "both", "x2".</summary>
internal static partial class Quantities
{
    private static readonly string[] Counters = ["개", "켤레", "벌", "권", "장", "대", "쌍", "병", "세트", "박스", "상자", "통", "봉지", "봉", "팩", "묶음", "가지", "매", "자루", "송이", "캔", "알"];

    public static void Find(EntityScan scan, SpokenLanguage language, IReadOnlyList<NumberFound> numbers)
    {
        foreach (Match match in Sets().Matches(scan.Text))
            scan.Claim(EntityType.Quantity, match.Index, match.Index + match.Length, match.Groups["both"].Success ? "both" : match.Groups["rest"].Success ? "rest" : "all");
        foreach (var number in numbers)
        {
            if (number.Value < 0 || number.Value != Math.Floor(number.Value)) continue;
            var end = language == SpokenLanguage.Korean ? KoreanEnd(scan.Text, number) : EnglishEnd(scan.Text, number);
            if (end > number.End) scan.Claim(EntityType.Quantity, number.Start, end, number.Canonical());
        }
        foreach (Match match in Times().Matches(scan.Text))
            scan.Claim(EntityType.Quantity, match.Index, match.Index + match.Length, match.Groups["n"].Value);
    }

    private static int KoreanEnd(string text, NumberFound number)
    {
        var at = number.End;
        if (at < text.Length && text[at] == ' ') at++;
        foreach (var counter in Counters)
        {
            if (!text.AsSpan(at).StartsWith(counter, StringComparison.Ordinal)) continue;
            var end = at + counter.Length;
            // 개월 counts months, 대리 is a rank.
            if (counter == "개" && end < text.Length && text[end] == '월' || counter == "장" && text.AsSpan(end).StartsWith("바구니", StringComparison.Ordinal)) return 0;
            return end;
        }
        return 0;
    }

    private static int EnglishEnd(string text, NumberFound number)
    {
        foreach (var match in OfThem().EnumerateMatches(text.AsSpan(number.End)))
            return match.Index == 0 ? number.End + match.Length : 0;
        return 0;
    }

    [GeneratedRegex(@"(?<both>둘 ?다|두 ?개 ?다|양쪽 ?다|\bboth(?: of (?:them|these|those))?\b)|(?<rest>나머지(?: ?(?:전부|다|모두))?|\bthe (?:rest|others|remaining(?: ones)?)\b)|(?<all>전부 ?다|전부|모두 ?다|모두|몽땅|싹 ?다|전체|(?<![가-힣])다(?= (?:반품|환불|교환|취소|보내|해)|요?$)|\ball of (?:them|it|these|those)\b|\beverything\b|\ball (?:items|three|four|five|products|the items)\b|\ball\b(?=$|[.,!])|\beach of them\b|\bthe (?:whole|entire) order\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Sets();

    [GeneratedRegex(@"\G ?(?:of (?:them|these|those|the)\b|pairs?\b(?: of)?|pcs\b|pieces\b|units?\b|items?\b|copies\b|sets?\b|boxes\b|bottles\b|products\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OfThem();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:x ?(?<n>\d{1,3})|(?<n>\d{1,3}) ?x|qty:? ?(?<n>\d{1,3})|quantity:? ?(?:of ?)?(?<n>\d{1,3}))(?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Times();
}
