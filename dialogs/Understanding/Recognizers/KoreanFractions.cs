namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Korean fractions and decimals: 삼분의 이, 일과 사분의 일, 이백점 영삼, 반, 셋 중 하나.</summary>
internal static class KoreanFractions
{
    /// <summary>How many characters a spoken minus takes: 마이너스, 음수.</summary>
    public static int Sign(string text, int at)
    {
        foreach (var word in new[] { "마이너스 ", "마이너스", "음수 " })
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }

    public static NumberFound? Read(string text, int start)
    {
        var sign = Sign(text, start);
        var at = start + sign;
        if (at >= text.Length) return null;
        if (text[at] == '반' && (text.AsSpan(at).StartsWith("반을", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("반이 ", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("반만", StringComparison.Ordinal)))
            return new(start, at + 1, 0.5);
        if (text[at] == '셋' && text.AsSpan(at).StartsWith("셋 중 하나", StringComparison.Ordinal)) return new(start, at + 6, 1.0 / 3);
        if (!KoreanNumerals.CanStart(text[at])) return null;
        var readings = KoreanNumerals.Read(text, at);
        for (var i = readings.Count - 1; i >= 0; i--)
        {
            var first = readings[i];
            if (Over(text, first.End) is { } over && over.Value is var denominator && first.Value != 0)
                return new(start, over.End, (sign > 0 ? -1 : 1) * denominator / first.Value);
            if (Joined(text, first.End) is { } joint && Reading(text, joint) is { } lower && Over(text, lower.End) is { } part && lower.Value != 0)
                return new(start, part.End, (sign > 0 ? -1 : 1) * (first.Value + part.Value / lower.Value));
            if (Point(text, first) is { } point) return new(start, point.End, (sign > 0 ? -1 : 1) * point.Value);
        }
        return null;
    }

    // "분의 이": the numerator after the denominator; 일만 there is one and a particle.
    private static (int End, double Value)? Over(string text, int at)
    {
        if (at < text.Length && text[at] == ' ') at++;
        if (!text.AsSpan(at).StartsWith("분의", StringComparison.Ordinal)) return null;
        at += 2;
        if (at < text.Length && text[at] == ' ') at++;
        var sign = Sign(text, Math.Min(at, text.Length));
        at += sign;
        if (at >= text.Length) return null;
        var readings = KoreanNumerals.Read(text, at);
        if (readings.Count == 0) return null;
        var best = readings[^1];
        if (best.Tokens == 2 && text.AsSpan(at).StartsWith("일만", StringComparison.Ordinal)) best = readings[0];
        return (best.End, sign > 0 ? -best.Value : best.Value);
    }

    private static int? Joined(string text, int at) => at + 2 < text.Length && text[at] is '과' or '와' && text[at + 1] == ' ' ? at + 2 : null;

    private static KoreanNumerals.Reading? Reading(string text, int at)
    {
        var readings = KoreanNumerals.Read(text, at);
        return readings.Count == 0 ? null : readings[^1];
    }

    private static (int End, double Value)? Point(string text, KoreanNumerals.Reading whole)
    {
        var at = whole.End;
        if (at >= text.Length || text[at] != '점') return null;
        at++;
        if (at < text.Length && text[at] == ' ') at++;
        double scale = 0.1, value = whole.Value;
        var end = at;
        while (end < text.Length && KoreanNumerals.SinoDigit(text[end]) is >= 0 and var digit)
        {
            value += digit * scale;
            scale /= 10;
            end++;
        }
        // The last syllable may be a particle: 오점 오이다.
        return end == at ? null : (end > at + 1 && text[end - 1] == '이' && end < text.Length && text[end] is '다' or '에' ? end - 1 : end, end > at + 1 && text[end - 1] == '이' && end < text.Length && text[end] is '다' or '에' ? value - 20 * scale : value);
    }
}
