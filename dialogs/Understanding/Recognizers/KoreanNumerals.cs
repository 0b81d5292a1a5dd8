using System.Globalization;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Reads one Korean numeral: digits, Sino-Korean, native, and mixtures such as 3만5천 or 백스물다섯.</summary>
internal static class KoreanNumerals
{
    private const string SinoDigits = "영일이삼사오육칠팔구";
    private static readonly string[] NativeTens = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
    private static readonly (string Word, int Value)[] NativeOnes =
        [("하나", 1), ("다섯", 5), ("여섯", 6), ("일곱", 7), ("여덟", 8), ("아홉", 9), ("한", 1), ("둘", 2), ("두", 2), ("셋", 3), ("세", 3), ("석", 3), ("넷", 4), ("네", 4), ("넉", 4)];

    /// <summary>One way to read a numeral; a shorter one is tried where a longer one makes no sense.</summary>
    /// <param name="End">Index after the last character.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="Tokens">How many numerals it is made of.</param>
    /// <param name="HasUnit">Whether 십, 백, 천, 만, 억 or 조 is among them.</param>
    /// <param name="IsDigits">Whether it begins with written digits.</param>
    /// <param name="IsNative">Whether native numerals are among them.</param>
    public readonly record struct Reading(int End, double Value, int Tokens, bool HasUnit, bool IsDigits, bool IsNative);

    /// <summary>Whether a numeral can begin with this character.</summary>
    public static bool CanStart(char c) => char.IsAsciiDigit(c) || "영공일이삼사오육륙칠팔구십백천만억조한하두둘세셋석네넷넉다여일아열스서마쉰예".Contains(c, StringComparison.Ordinal);

    /// <summary>All readings that begin at <paramref name="start"/>, longest last.</summary>
    public static List<Reading> Read(string text, int start)
    {
        var readings = new List<Reading>(4);
        double total = 0, section = 0, pending = -1, lastUnit = double.MaxValue, lastBig = double.MaxValue;
        int tokens = 0, i = start;
        bool hasUnit = false, isDigits = false, isNative = false, hasTens = false, wasUnit = false, wasDigit = false;
        while (i < text.Length)
        {
            var at = i;
            // A space may stand after a unit (3만 5천) or native tens (스물 한).
            if (text[at] == ' ' && tokens > 0 && (wasUnit || isNative) && at + 1 < text.Length) at++;
            var spaced = at > i;
            if (char.IsAsciiDigit(text[at]))
            {
                if (wasDigit || isNative || spaced && !wasUnit) break;
                var end = DigitsEnd(text, at, out var value);
                if (spaced && value >= lastUnit) break;
                pending = value;
                isDigits |= tokens == 0;
                i = end;
                wasDigit = true;
                wasUnit = false;
            }
            else if (SmallUnit(text[at]) is var unit && unit > 0)
            {
                if (isNative || unit >= lastUnit || spaced && !HasUnitAhead(text, at)) break;
                section += (pending < 0 ? 1 : pending) * unit;
                pending = -1;
                lastUnit = unit;
                i = at + 1;
                hasUnit = wasUnit = true;
                wasDigit = false;
            }
            else if (BigUnit(text[at]) is var big && big > 0 && !text.AsSpan(at).StartsWith("조각", StringComparison.Ordinal))
            {
                if (isNative || big >= lastBig || spaced) break;
                total += (pending < 0 && section == 0 ? 1 : section + Math.Max(0, pending)) * big;
                section = 0;
                pending = -1;
                lastBig = big;
                lastUnit = big;
                i = at + 1;
                hasUnit = wasUnit = true;
                wasDigit = false;
            }
            else if (SinoDigit(text[at]) is var digit && digit >= 0 && !IsNativeWord(text, at))
            {
                if (isNative || wasDigit || spaced && !HasUnitAhead(text, at + 1)) break;
                pending = digit;
                i = at + 1;
                wasDigit = true;
                wasUnit = false;
            }
            else if (Native(text, at, out var length, out var native))
            {
                if (wasDigit || spaced && !isNative || isNative && (native >= 10 || lastUnit < 10 && native < 10 || !hasTens)) break;
                section += native;
                hasTens = native >= 10;
                lastUnit = native >= 10 ? 10 : 1;
                i = at + length;
                isNative = true;
                wasUnit = false;
            }
            else
            {
                break;
            }
            tokens++;
            readings.Add(new(i, total + section + Math.Max(0, pending), tokens, hasUnit, isDigits, isNative));
        }
        return readings;
    }

    public static int SinoDigit(char c) => c switch { '공' => 0, '륙' => 6, _ => SinoDigits.IndexOf(c, StringComparison.Ordinal) };

    private static double SmallUnit(char c) => c switch { '십' => 10, '백' => 100, '천' => 1000, _ => 0 };

    private static double BigUnit(char c) => c switch { '만' => 1e4, '억' => 1e8, '조' => 1e12, _ => 0 };

    private static bool HasUnitAhead(string text, int at)
    {
        for (var i = at; i < text.Length && i < at + 3; i++)
        {
            if (SmallUnit(text[i]) > 0) return true;
            if (SinoDigit(text[i]) < 0) return false;
        }
        return false;
    }

    private static bool IsNativeWord(string text, int at) => text.AsSpan(at).StartsWith("일곱", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("일흔", StringComparison.Ordinal);

    private static bool Native(string text, int at, out int length, out int value)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("스무", StringComparison.Ordinal))
        {
            (length, value) = (2, 20);
            return true;
        }
        for (var i = 0; i < NativeTens.Length; i++)
        {
            if (!rest.StartsWith(NativeTens[i], StringComparison.Ordinal)) continue;
            (length, value) = (NativeTens[i].Length, (i + 1) * 10);
            return true;
        }
        foreach (var (word, one) in NativeOnes)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal)) continue;
            (length, value) = (word.Length, one);
            return true;
        }
        (length, value) = (0, 0);
        return false;
    }

    /// <summary>Where written digits end, group marks ("1,234", "1 234 567") and a fraction among them.</summary>
    public static int DigitsEnd(string text, int start, out double value)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var digits = text[start..end];
        if (end - start <= 3)
        {
            foreach (var mark in new[] { ',', ' ', '\u202F' })
            {
                var at = end;
                while (IsGroup(text, at, mark))
                {
                    digits += text[(at + 1)..(at + 4)];
                    at += 4;
                }
                if (at == end) continue;
                end = at;
                break;
            }
        }
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var from = end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            digits += text[from..end];
        }
        value = double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return end;
    }

    private static bool IsGroup(string text, int at, char mark) =>
        at + 3 < text.Length && text[at] == mark && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));
}
