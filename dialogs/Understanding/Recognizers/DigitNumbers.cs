using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Numbers written in digits: groups, decimals, fractions, powers.</summary>
internal static partial class DigitNumbers
{
    public static NumberFound? Read(string text, int start)
    {
        if (text[start] is not ('-' or '.' or (>= '0' and <= '9'))) return null;
        if (start > 0 && text[start] == '-' && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '-')) return null;
        if (text[start] == '.' && (start + 1 >= text.Length || !char.IsAsciiDigit(text[start + 1]))) return null;
        foreach (var match in Shape().EnumerateMatches(text, start))
        {
            var end = match.Index + match.Length;
            if (end < text.Length && char.IsAsciiLetter(text[end])) return null;
            return Value(text.AsSpan(start, match.Length)) is { } value ? new(start, end, value) : null;
        }
        return null;
    }

    private static double? Value(ReadOnlySpan<char> shape)
    {
        var sign = 1.0;
        if (shape[0] == '-')
        {
            sign = -1;
            shape = shape[1..].TrimStart();
        }
        var power = shape.IndexOf('^');
        if (power > 0)
        {
            var exponent = shape[(power + 1)..].ToString().Replace("--", "", StringComparison.Ordinal).TrimStart('+');
            var times = shape[..power].IndexOf("x10", StringComparison.Ordinal);
            return times > 0
                ? Plain(shape[..times]) * Math.Pow(10, Plain(exponent)) * sign
                : sign * Math.Pow(Plain(shape[..power]), Plain(exponent));
        }
        var slash = shape.IndexOf('/');
        if (slash > 0)
        {
            var lower = Plain(shape[(slash + 1)..]);
            if (lower == 0) return null;
            var upper = shape[..slash];
            var space = upper.LastIndexOf(' ');
            return sign * (space > 0 ? Plain(upper[..space].TrimEnd()) + Plain(upper[(space + 1)..]) / lower : Plain(upper) / lower);
        }
        return sign * Plain(shape);
    }

    private static double Plain(ReadOnlySpan<char> digits)
    {
        var text = digits.ToString().Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\G-? {0,2}(?:\d{1,40}(?:\.\d{1,20})?(?:x10)?\^[+-]{0,2}\d{1,4}|\d{1,20}(?:\.\d{1,20})?e[+-]?\d{1,3}|(?<![/\d.])(?:\d{1,9} {1,2})?\d{1,9}/\d{1,3}(?![/\d])|\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,20})?(?!\d)|\d{1,3}(?: \d{3}){1,12}(?! ?\d)|\d{1,3}(?:\u202F\d{3}){1,12}(?!\d)|\d{1,40}(?:\.\d{1,20}(?!\.?\d)){1}|\d{1,40}(?!\.\d{1,20}(?!\.?\d))|\d{1,40}(?=\.)|\.\d{1,20})")]
    private static partial Regex Shape();
}
