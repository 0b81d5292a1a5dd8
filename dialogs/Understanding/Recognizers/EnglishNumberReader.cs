namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Numbers in English text: digits, words, and both together ("3 hundred and 21", "10k", "one and a half").</summary>
internal static class EnglishNumberReader
{
    private static readonly Dictionary<string, double> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0, ["nought"] = 0, ["naught"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fourty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, double> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100, ["thousand"] = 1e3, ["lakh"] = 1e5, ["million"] = 1e6, ["mil"] = 1e6, ["crore"] = 1e7, ["billion"] = 1e9, ["trillion"] = 1e12,
        ["dozen"] = 12, ["dozens"] = 12, ["dozs"] = 12, ["dzs"] = 12, ["doz"] = 12, ["k"] = 1e3, ["b"] = 1e9,
    };

    /// <summary>"That one" and "this one" point; they count nothing.</summary>
    private static readonly HashSet<string> Pointing = new(["this", "that", "which", "the", "each", "every", "another", "no", "any", "some", "other", "blue", "red", "black", "white", "last", "first", "second", "right", "wrong", "new", "old"], StringComparer.OrdinalIgnoreCase);

    public static List<NumberFound> Find(string text)
    {
        var found = new List<NumberFound>();
        var lastWord = "";
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var atStart = i == 0 || !char.IsLetterOrDigit(text[i - 1]) && text[i - 1] is not ('_' or '@');
            if (atStart && (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '¾' or '½' or '¼') && Read(text, i, lastWord) is { } number)
            {
                found.Add(number);
                i = number.End;
                lastWord = "";
                continue;
            }
            if (atStart && char.IsAsciiLetter(c))
            {
                var end = WordEnd(text, i);
                lastWord = text[i..end];
                i = end;
                continue;
            }
            i++;
        }
        return found;
    }

    private static NumberFound? Read(string text, int start, string lastWord)
    {
        if (text[start] is '¾' or '½' or '¼') return new(start, start + 1, text[start] == '¾' ? 0.75 : text[start] == '½' ? 0.5 : 0.25);
        var at = start;
        var sign = 1.0;
        foreach (var word in new[] { "minus ", "negative " })
        {
            if (!text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            sign = -1;
            at += word.Length;
        }
        if (Whole(text, at, sign < 0 ? "minus" : lastWord) is not { } whole) return null;
        var (end, value) = EnglishFractions.Extend(text, at, whole.End, whole.Value, whole.IsWords);
        return new(start, end, sign * value);
    }

    /// <summary>A number without fraction words, from <paramref name="start"/>.</summary>
    public static (int End, double Value, bool IsWords)? Whole(string text, int start, string lastWord)
    {
        double total = 0;
        double? section = null;
        int at = start, end = -1, words = 0;
        var isWords = false;
        var lastScale = double.MaxValue;
        var lastSmall = double.MaxValue;
        while (at < text.Length)
        {
            var wordEnd = WordEnd(text, at);
            if (wordEnd == at)
            {
                if (section is not null && lastSmall != 100) break;
                if (DigitNumbers.Read(text, at) is not { } digits)
                {
                    if (section is null && words == 0 && char.IsAsciiDigit(text[at]) && SuffixedDigits(text, at) is { } suffixed) return suffixed;
                    break;
                }
                if (section is not null && digits.Value >= 100) break;
                section = (section ?? 0) + digits.Value;
                wordEnd = digits.End;
                lastSmall = 0;
            }
            else
            {
                var word = text[at..wordEnd];
                if (Small.TryGetValue(word, out var small))
                {
                    if (small == 1 && words == 0 && Pointing.Contains(lastWord)) return null;
                    if (section is not null && !(small < 10 && small > 0 && lastSmall is >= 20 and < 100 || lastSmall == 100 && small < 100)) break;
                    section = (section ?? 0) + small;
                    lastSmall = small;
                    isWords = true;
                }
                else if (section is not null && Scales.TryGetValue(word, out var scale))
                {
                    if (scale == 100 && (lastSmall == 100 || section > 99)) break;
                    if (scale == 100)
                    {
                        section *= 100;
                        lastSmall = 100;
                    }
                    else
                    {
                        if (scale >= lastScale) break;
                        total += section.Value * scale;
                        lastScale = scale;
                        section = null;
                        lastSmall = double.MaxValue;
                    }
                    isWords |= word.Length > 1;
                }
                else if (word.Equals("and", StringComparison.OrdinalIgnoreCase) && words > 0 && (lastSmall == 100 || section is null) && HasSmaller(text, wordEnd, lastSmall == 100 ? 100 : lastScale))
                {
                    at = wordEnd + 1;
                    continue;
                }
                else if (word.Equals("a", StringComparison.OrdinalIgnoreCase) && words == 0 && (text.AsSpan(wordEnd).StartsWith(" hundred ", StringComparison.OrdinalIgnoreCase) || text.AsSpan(wordEnd).StartsWith(" dozen", StringComparison.OrdinalIgnoreCase)))
                {
                    section = 1;
                    lastSmall = 1;
                }
                else
                {
                    break;
                }
            }
            end = at = wordEnd;
            words++;
            while (at < text.Length && text[at] is ' ' or '-' && !(text[at] == '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) at++;
        }
        return end < 0 ? null : (end, total + (section ?? 0), isWords);
    }

    // After "and" comes what is smaller than what stood before: "hundred and one", but not "3 hundred and 2 hundred".
    private static bool HasSmaller(string text, int at, double limit)
    {
        if (at >= text.Length) return false;
        var rest = text[(at + 1)..Math.Min(text.Length, at + 60)];
        return Whole(rest, 0, "") is { } next && next.Value < limit && next.Value > 0
            && EnglishFractions.Extend(rest, 0, next.End, next.Value, true).End == next.End;
    }

    // 10k, 2mil, 1.2b, 3 dzs; but 180ml and 1m carry units.
    private static (int End, double Value, bool IsWords)? SuffixedDigits(string text, int at)
    {
        var end = KoreanNumerals.DigitsEnd(text, at, out var value);
        var wordEnd = WordEnd(text, end);
        return wordEnd > end && Scales.TryGetValue(text[end..wordEnd], out var scale) ? (wordEnd, value * scale, false) : null;
    }

    public static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        return at;
    }
}
