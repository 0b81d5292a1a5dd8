using System.Globalization;
using System.Text;

namespace ServiceBot.Dialogs.Tests.Privacy;

/// <summary>Makes personal data in the many forms in which people and machines write it, and strings of a shop that look like it. Own-made: birth dates of 2099, numbers that nobody has.</summary>
internal sealed class MixedForms(int seed)
{
    private static readonly string[] Digits = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "⓪①②③④⑤⑥⑦⑧⑨", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "공일이삼사오육칠팔구"];
    private static readonly string[] Separators = ["", "-", " ", " - ", "–", "－", "\n", "\u00A0", "\u200B-", ".", "ㅡ"];
    private static readonly string[] Before = ["", "번호는 ", "제 정보예요: ", "여기요 ", "(", "no. ", "카드 말고 "];
    private static readonly string[] After = ["", " 입니다", "이에요", "로 해 주세요", ")", ", 확인해 주세요", "\n감사합니다"];

    private readonly Random random = new(seed);

    /// <summary>One text with the digits or letters that must not be left in it, by kind.</summary>
    public (string Kind, string Text, string Secret) Personal(int index) => (index % 8) switch
    {
        0 or 1 => Written("RRN", [(6, Birth()), (7, $"{random.Next(1, 9)}{Number(6)}")]),
        2 or 3 => Written("PAN", Card()),
        4 => Written("PHONE", [(3, Pick("010", "011", "016", "017", "018", "019")), (4, Number(random.Next(3, 5))), (4, Number(4))]),
        5 => Written("TEL", [(3, Pick("02", "031", "042", "051", "064", "070")), (4, Number(random.Next(3, 5))), (4, Number(4))]),
        6 => Mail(),
        _ => Document(),
    };

    /// <summary>An order number, a tracking number, an amount or a date, as shops and couriers write them.</summary>
    public string Harmless(int index) => (index % 10) switch
    {
        0 => $"주문 ORD-2026{Number(4)}",
        1 => $"주문번호 2026{random.Next(1, 13):00}{random.Next(1, 29):00}-{Number(7)}",
        2 => $"order #W{Number(7)}",
        3 => $"운송장 {random.Next(1, 10)}{Number(11)}",
        4 => $"운송장번호 {random.Next(1, 10)}{Number(3)}-{Number(4)}-{Number(4)}",
        5 => $"금액 {random.NextInt64(1_000, 9_000_000_000_000).ToString("N0", CultureInfo.InvariantCulture)}원",
        6 => string.Create(CultureInfo.InvariantCulture, $"{2020 + random.Next(8)}-{random.Next(1, 13):00}-{random.Next(1, 29):00} {random.Next(24):00}:{random.Next(60):00}"),
        7 => string.Create(CultureInfo.InvariantCulture, $"{2020 + random.Next(8)}년 {random.Next(1, 13)}월 {random.Next(1, 29)}일 오후 {random.Next(1, 13)}시"),
        8 => $"15{random.Next(10, 100)}-{Number(4)}로 전화했고 수량은 {random.Next(1, 99)}개",
        _ => string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 13):00}/{random.Next(1, 29):00}/2026 paid ${random.Next(1, 9999)}.{random.Next(100):00}"),
    };

    private (string, string, string) Written(string kind, (int Length, string Digits)[] groups)
    {
        var separator = Separators[random.Next(Separators.Length)];
        var script = Digits[random.Next(Digits.Length)];
        var hidden = random.Next(4) == 0;
        var text = new StringBuilder();
        foreach (var (i, group) in groups.Index())
        {
            if (i > 0) text.Append(separator);
            foreach (var digit in group.Digits)
            {
                var signs = StringInfo.GetTextElementEnumerator(script);
                for (var n = 0; n <= digit - '0'; n++) signs.MoveNext();
                text.Append(signs.GetTextElement());
                if (hidden && random.Next(3) == 0) text.Append('\u200B');
            }
        }
        return (kind, Before[random.Next(Before.Length)] + text + After[random.Next(After.Length)], string.Concat(groups.Select(group => group.Digits)));
    }

    private (string, string, string) Mail()
    {
        var mailbox = $"{Pick("hong", "kim.gd", "user+tag", "a_b", "x")}{Number(3)}";
        var address = $"{mailbox}{Pick("@", "＠")}{Pick("example.com", "example.co.kr", "a-b.example.org")}";
        return ("EMAIL", Before[random.Next(Before.Length)] + address + After[random.Next(After.Length)], mailbox);
    }

    private (string, string, string) Document()
    {
        var number = random.Next(4) switch
        {
            0 => $"{Pick("M", "S", "R", "O", "D", "G")}{Number(8)}",
            1 => $"M{Number(3)}{Pick("A", "K", "Z")}{Number(4)}",
            2 => $"P{Number(12)}",
            _ => $"{random.Next(11, 29).ToString(CultureInfo.InvariantCulture).Replace("20", "21", StringComparison.Ordinal)}-{Number(2)}-{Number(6)}-{Number(2)}",
        };
        return ("DOCUMENT", Before[random.Next(Before.Length)] + number + (char.IsAsciiLetter(number[0]) ? " 입니다" : After[random.Next(After.Length)]), number);
    }

    private (int, string)[] Card()
    {
        int[] lengths = random.Next(4) switch { 0 => [4, 6, 5], 1 => [16], 2 => [4, 4, 4, 1], _ => [4, 4, 4, 4] };
        var digits = $"{Pick("3", "4", "5", "6", "9")}{Number(lengths.Sum() - 2)}";
        var sum = digits.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(value => value > 9 ? value - 9 : value);
        digits += (10 - sum % 10) % 10;
        var at = 0;
        return [.. lengths.Select(length => (length, digits.Substring((at += length) - length, length)))];
    }

    private string Birth() => string.Create(CultureInfo.InvariantCulture, $"99{random.Next(1, 13):00}{random.Next(1, 32):00}");

    private string Number(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))));

    private string Pick(params ReadOnlySpan<string> from) => from[random.Next(from.Length)];
}
