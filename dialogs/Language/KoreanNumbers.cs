using System.Text;

namespace ServiceBot.Dialogs.Language;

/// <summary>Numbers in Korean words: Sino-Korean for amounts and names, native for counting things.</summary>
internal static class KoreanNumbers
{
    private const string Digits = "영일이삼사오육칠팔구";
    private static readonly string[] Places = ["", "십", "백", "천"];
    private static readonly string[] Myriads = ["", "만", "억", "조", "경"];
    private static readonly string[] NativeOnes = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];
    private static readonly string[] NativeTens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];

    /// <summary>Grouped by ten thousands as it is spelled (한글 맞춤법 제44항): 삼만 오천, 천이백삼십사만 오천육백칠십팔.</summary>
    public static string Sino(long value) => value < 0 ? "마이너스 " + Sino((ulong)-(value + 1) + 1) : Sino((ulong)value);

    /// <inheritdoc cref="Sino(long)"/>
    public static string Sino(ulong value)
    {
        if (value == 0) return "영";
        var groups = new List<string>();
        for (var myriad = 0; value > 0; myriad++, value /= 10_000)
        {
            var group = (int)(value % 10_000);
            // Ten thousand is 만 and not 일만, but a hundred million is 일억.
            if (group > 0) groups.Add((group == 1 && myriad == 1 && value < 10_000 ? "" : Group(group)) + Myriads[myriad]);
        }
        groups.Reverse();
        return string.Join(' ', groups);
    }

    /// <summary>Before a counting word: 두 (개), 스무 (개), 스물한 (개). From a hundred on, and for nought, Sino-Korean is said.</summary>
    public static string Native(long value)
    {
        if (value is < 1 or > 99) return Sino(value);
        return value == 20 ? "스무" : NativeTens[value / 10] + NativeOnes[value % 10];
    }

    /// <summary>첫 번째, 두 번째, 스무 번째; throws <see cref="ArgumentOutOfRangeException"/> below one.</summary>
    public static string Ordinal(long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return (value == 1 ? "첫" : Native(value)) + " 번째";
    }

    private static string Group(int group)
    {
        var words = new StringBuilder(8);
        for (int place = 3, size = 1000; place >= 0; place--, size /= 10)
        {
            var digit = group / size % 10;
            if (digit == 0) continue;
            if (digit > 1 || place == 0) words.Append(Digits[digit]);
            words.Append(Places[place]);
        }
        return words.ToString();
    }
}
