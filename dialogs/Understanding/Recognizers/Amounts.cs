using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Amounts of money, as minor units with their currency: 3만 5천원 is "35000 KRW", $47.84 is "4784 USD".</summary>
internal static partial class Amounts
{
    public static void Find(EntityScan scan, IReadOnlyList<NumberFound> numbers)
    {
        foreach (var number in numbers)
        {
            if (number.Value < 0) continue;
            var (start, end, currency) = Before(scan.Text, number) ?? After(scan.Text, number) ?? default;
            if (currency is null) continue;
            var minor = Math.Round((decimal)number.Value * (currency is "KRW" or "JPY" ? 1 : 100));
            if (currency == "USC") (minor, currency) = (Math.Round((decimal)number.Value), "USD");
            scan.Claim(EntityType.Money, start, end, string.Create(CultureInfo.InvariantCulture, $"{minor:F0} {currency}"));
        }
    }

    private static (int Start, int End, string Currency)? Before(string text, NumberFound number)
    {
        var at = number.Start - 1;
        if (at >= 0 && text[at] == ' ') at--;
        if (at < 0) return null;
        var currency = text[at] switch { '$' => "USD", '₩' or '\\' => "KRW", '€' => "EUR", '£' => "GBP", '¥' => "JPY", _ => null };
        if (currency is not null) return (at, number.End, currency);
        return at >= 2 && Code(text.AsSpan(at - 2, 3)) is { } code && (at == 2 || !char.IsLetterOrDigit(text[at - 3])) ? (at - 2, number.End, code) : null;
    }

    private static (int Start, int End, string Currency)? After(string text, NumberFound number)
    {
        foreach (var match in Unit().EnumerateMatches(text.AsSpan(number.End)))
        {
            if (match.Index != 0) return null;
            var unit = text.AsSpan(number.End, match.Length).Trim();
            var currency = unit switch
            {
                "원" or "won" or "Won" or "₩" => "KRW",
                "달러" or "불" or "$" or "dollars" or "dollar" or "bucks" or "buck" => "USD",
                "cents" or "cent" => "USC",
                "유로" or "euros" or "euro" or "€" => "EUR",
                "파운드" or "pounds" or "£" => "GBP",
                "엔" or "yen" => "JPY",
                _ => Code(unit),
            };
            return currency is null ? null : (number.Start, number.End + match.Length, currency);
        }
        return null;
    }

    private static string? Code(ReadOnlySpan<char> text)
    {
        foreach (var code in new[] { "KRW", "USD", "EUR", "GBP", "JPY" })
            if (text.Equals(code, StringComparison.OrdinalIgnoreCase)) return code;
        return null;
    }

    [GeneratedRegex(@"\G ?(?:원(?!하|피|래|인|두|본|단|격)|달러|불(?!량|만|편|러|가|필|안)|\$|₩|€|£|유로|파운드|엔(?![가-힣])|(?:dollars?|bucks?|cents?|won|euros?|pounds|yen|KRW|USD|EUR|GBP|JPY)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();
}
