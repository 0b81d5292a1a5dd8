namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>What may follow an English number and change it: "and a half", "fifths", "over three", "out of five", "point five".</summary>
internal static class EnglishFractions
{
    private static readonly Dictionary<string, double> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["half"] = 2, ["halves"] = 2, ["third"] = 3, ["thirds"] = 3, ["quarter"] = 4, ["quarters"] = 4, ["fourth"] = 4, ["fourths"] = 4, ["fifth"] = 5, ["fifths"] = 5, ["sixth"] = 6, ["sixths"] = 6,
        ["seventh"] = 7, ["sevenths"] = 7, ["eighth"] = 8, ["eighths"] = 8, ["ninth"] = 9, ["ninths"] = 9, ["tenth"] = 10, ["tenths"] = 10, ["hundredth"] = 100, ["hundredths"] = 100,
    };

    public static (int End, double Value) Extend(string text, int start, int end, double value, bool isWords)
    {
        var rest = text.AsSpan(end);
        if (Next(rest, " and a ", out var at) || Next(rest, " and one ", out at) || Next(rest, " and ", out at))
        {
            var top = 1.0;
            var from = end + at;
            if (!rest[..at].EndsWith("a ", StringComparison.Ordinal) && !rest[..at].EndsWith("one ", StringComparison.Ordinal))
            {
                if (EnglishNumberReader.Whole(text, from, "") is not { } numerator || numerator.End >= text.Length) return (end, value);
                top = numerator.Value;
                from = numerator.End + 1;
            }
            var wordEnd = EnglishNumberReader.WordEnd(text, Math.Min(from, text.Length));
            // "One million and a half" is half a million more; "one hundred and a half" is not.
            if (wordEnd > from && Parts.TryGetValue(text[from..wordEnd], out var lower)) return (wordEnd, value + top / lower * (value >= 1e6 ? Magnitude(value) : 1));
            return (end, value);
        }
        if (isWords && Next(rest, " point ", out at))
        {
            var digits = Decimals(text, end + at, out var fraction);
            if (digits > end + at) return (digits, value + fraction);
        }
        if (rest.Length > 1 && rest[0] is ' ' or '-')
        {
            var from = end + 1;
            var wordEnd = EnglishNumberReader.WordEnd(text, from);
            if (isWords && wordEnd > from && wordEnd - from > 5 && text[wordEnd - 1] == 's' && Parts.TryGetValue(text[from..wordEnd], out var lower)) return (wordEnd, value / lower);
            if (isWords && value == 1 && wordEnd > from && Parts.TryGetValue(text[from..wordEnd], out lower)) return (wordEnd, 1 / lower);
        }
        if (Next(rest, " over ", out at) && EnglishNumberReader.Whole(text, end + at, "") is { Value: not 0 } under && !rest[at..].Contains(" year", StringComparison.Ordinal)) return (under.End, value / under.Value);
        return (end, value);
    }

    private static double Magnitude(double value) => value >= 1e12 ? 1e12 : value >= 1e9 ? 1e9 : 1e6;

    private static bool Next(ReadOnlySpan<char> rest, string words, out int length)
    {
        length = words.Length;
        return rest.StartsWith(words, StringComparison.OrdinalIgnoreCase);
    }

    // "nought three" digit by digit, "seventy-one" as it is written.
    private static int Decimals(string text, int at, out double fraction)
    {
        fraction = 0;
        var scale = 0.1;
        var end = at;
        while (at < text.Length && EnglishNumberReader.Whole(text, at, "") is { } digit)
        {
            if (digit.Value >= 10)
            {
                fraction += digit.Value * scale / 10;
                return digit.End;
            }
            fraction += digit.Value * scale;
            scale /= 10;
            end = digit.End;
            at = end + 1;
        }
        return end;
    }
}
