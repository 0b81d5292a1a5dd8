using System.Globalization;

namespace ServiceBot.Dialogs.Language;

/// <summary>Numbers in English words.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] Ones =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly (ulong Size, string Word)[] Scales =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

    /// <summary>thirty-five thousand; one hundred twenty; minus three.</summary>
    public static string Cardinal(long value) => value < 0 ? "minus " + Cardinal((ulong)-(value + 1) + 1) : Cardinal((ulong)value);

    /// <inheritdoc cref="Cardinal(long)"/>
    public static string Cardinal(ulong value)
    {
        foreach (var (size, word) in Scales)
            if (value >= size) return Joined($"{Cardinal(value / size)} {word}", value % size, " ");
        if (value >= 100) return Joined($"{Ones[value / 100]} hundred", value % 100, " ");
        return value < 20 ? Ones[value] : Joined(Tens[value / 10], value % 10, "-");
    }

    /// <summary>first, twenty-third, one hundredth; throws <see cref="ArgumentOutOfRangeException"/> below one.</summary>
    public static string Ordinal(long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        var words = Cardinal(value);
        var last = words.LastIndexOfAny([' ', '-']) + 1;
        return words[..last] + words[last..] switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            var tens when tens.EndsWith('y') => tens[..^1] + "ieth",
            var other => other + "th",
        };
    }

    /// <summary>1st, 2nd, 11th, 23rd.</summary>
    public static string ShortOrdinal(long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        var ending = (value % 100 is >= 11 and <= 13, value % 10) switch
        {
            (false, 1) => "st",
            (false, 2) => "nd",
            (false, 3) => "rd",
            _ => "th",
        };
        return value.ToString("N0", CultureInfo.InvariantCulture) + ending;
    }

    /// <summary>twenty twenty-six, nineteen oh five, two thousand six.</summary>
    public static string Year(int year)
    {
        if (year is < 1100 or > 2099 || year % 1000 < 10 || year % 100 == 0 && year % 1000 == 0) return Cardinal(year);
        var rest = year % 100;
        return $"{Cardinal(year / 100)} {(rest == 0 ? "hundred" : rest < 10 ? "oh " + Ones[rest] : Cardinal(rest))}";
    }

    private static string Joined(string head, ulong rest, string by) => rest == 0 ? head : head + by + Cardinal(rest);
}
