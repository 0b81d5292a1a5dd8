using System.Globalization;
using System.Text;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Privacy;

/// <summary>
/// A copy of a text in which the same data always looks the same: digits of every script and the full-width forms are ASCII, every dash is '-',
/// every white space ' ', and what cannot be seen is gone. Each sign knows which stretch of the text it stands for.
/// </summary>
internal sealed class CanonicalText
{
    /// <summary>What a sign becomes that belongs to the one before it, such as the rest of a spoken word.</summary>
    public const char Nothing = '\0';

    private readonly char[] signs;
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly bool[] spoken;

    private CanonicalText(string text)
    {
        Text = text;
        (signs, starts, ends, spoken) = (new char[text.Length], new int[text.Length], new int[text.Length], new bool[text.Length]);
    }

    /// <summary>The text itself, Hangul composed.</summary>
    public string Text { get; }

    /// <summary>How many signs there are.</summary>
    public int Length { get; private set; }

    public char this[int index] => signs[index];

    public ReadOnlySpan<char> Signs => signs.AsSpan(0, Length);

    /// <summary>Whether the digit was said as a word.</summary>
    public bool IsSpoken(int index) => spoken[index];

    /// <summary>The stretch of the text that signs stand for.</summary>
    public (int Start, int End) Stretch(int first, int last) => (starts[first], ends[last]);

    /// <summary>Makes the copy.</summary>
    /// <param name="raw">Any text; conjoining jamo are composed first, as they are for storing.</param>
    public static CanonicalText Of(string raw)
    {
        var canonical = new CanonicalText(Compose(raw));
        var text = canonical.Text;
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (Sign(text, at) is { } sign) canonical.Add(sign, at, at + length);
            else if (canonical.Length > 0) canonical.ends[canonical.Length - 1] = at + length; // what cannot be seen belongs to what stands before it
            at += length;
        }
        SpokenRuns.Write(canonical);
        return canonical;
    }

    /// <summary>Whether nothing that is sought could stand in the text, told in one quick pass.</summary>
    public static bool IsHarmless(string text)
    {
        var (digits, words) = (0, 0);
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                if (char.IsAsciiDigit(c)) digits++;
                else if (c == '@') return false;
                // An English spoken number needs the words for it, and each has one of these letters.
                else if (c is 'e' or 'o' or 'E' or 'O' or 'i' or 'I') words++;
            }
            else if (c is >= '가' and <= '힣')
            {
                if (SpokenRuns.IsDigit(c)) words++;
            }
            else if (!IsOrdinary(c))
            {
                return false;
            }
        }
        return digits < 3 && (words < SpokenRuns.Shortest || !SpokenRuns.MayHold(text));
    }

    /// <summary>Whether people write the sign between the digits of one number; not a comma, which stands in amounts.</summary>
    public static bool IsSeparator(char sign) => sign is ' ' or '-' or '.' or '/' or '_' or '(' or ')' or '\u00B7';

    /// <summary>Writes a digit that was said as a word of some length.</summary>
    public void Say(int index, int length, char digit)
    {
        ends[index] = ends[index + length - 1];
        signs[index] = digit;
        spoken[index] = digit != '-';
        for (var i = index + 1; i < index + length; i++) signs[i] = Nothing;
    }

    private void Add(char sign, int start, int end)
    {
        (signs[Length], starts[Length], ends[Length]) = (sign, start, end);
        Length++;
    }

    private static char? Sign(string text, int at)
    {
        var c = text[at];
        if (c < 0x80) return char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c;
        if (c is >= '가' and <= '힣') return c;
        if (CharUnicodeInfo.GetDigitValue(text, at) is >= 0 and var digit) return (char)('0' + digit);
        if (c is >= '\uFF01' and <= '\uFF5E') return (char)(c - 0xFEE0);
        if (c is '\u3161' or '\u30FC' or '\u2212') return '-'; // ㅡ is what a Korean keyboard has for a dash
        if (c is '\u115F' or '\u1160' or '\u3164' or '\uFFA0') return null; // Hangul fillers
        return CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => null,
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
            _ => c,
        };
    }

    private static bool IsOrdinary(char c) =>
        c is >= '\u00BF' and < '\u0300' or >= '\u2010' and < '\u2028' or >= '\u3000' and < '\u3100' or >= '\u3131' and < '\u3190' or >= '\u4E00' and < '\uA000';

    private static string Compose(string raw)
    {
        if (raw.AsSpan().IndexOfAnyInRange('\u1100', '\u11FF') < 0) return raw;
        var output = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (output.Length > 0 && Jamo.TryCompose(output[^1], c, out var composed)) output[^1] = composed;
            else output.Append(c);
        }
        return output.ToString();
    }
}
