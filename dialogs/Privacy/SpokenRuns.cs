using ServiceBot.Dialogs.Understanding.Recognizers;

namespace ServiceBot.Dialogs.Privacy;

/// <summary>Digits said one by one (공일공…, "four one one…"), written as digits where at least eight stand together, so that prose stays prose.</summary>
internal static class SpokenRuns
{
    /// <summary>How many digits make a run.</summary>
    public const int Shortest = 8;

    // 공일공 1234 오육칠팔: with digits between them, a few spoken ones are enough, where a word begins with them.
    private const int ShortestAmongDigits = 3;

    public static bool IsDigit(char c) => c is '공' or '영' or '일' or '이' or '삼' or '사' or '오' or '육' or '륙' or '칠' or '팔' or '구';

    /// <summary>Whether a text has the signs of a run; a hint that may say yes in vain.</summary>
    public static bool MayHold(string text)
    {
        var (run, words) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsDigit(text[i])) run++;
            else if (char.IsAsciiLetter(text[i]) && (i == 0 || !char.IsAsciiLetter(text[i - 1])))
            {
                if (EnglishAt(text, i).Length > 0) words++;
            }
            else if (text[i] is >= '가' and <= '힣' && text[i] is not ('다' or '시' or '대')) run = 0;
            if (run + words >= Shortest) return true;
        }
        return false;
    }

    /// <summary>Rewrites the runs of a text in place.</summary>
    public static void Write(CanonicalText text)
    {
        for (var at = 0; at < text.Length;)
        {
            var said = WordAt(text, at);
            if (said.Length == 0)
            {
                at++;
                continue;
            }
            at = WriteRun(text, at);
        }
    }

    private static int WriteRun(CanonicalText text, int start)
    {
        var run = new List<(int At, int Length, char Digit)>();
        var (end, total) = (start, 0);
        for (var at = start; at < text.Length;)
        {
            var word = WordAt(text, at);
            if (word.Length > 0)
            {
                run.Add((at, word.Length, word.Digit));
                total++;
                end = at += word.Length;
            }
            else if (char.IsAsciiDigit(text[at]))
            {
                total++;
                end = ++at;
            }
            else if (at - end < 4 && Gap(text, at) is > 0 and var gap)
            {
                if (gap == 2) run.Add((at, 2, '-'));
                at += gap;
            }
            else
            {
                break;
            }
        }
        var spoken = run.Count(word => word.Digit != '-');
        var isRun = spoken >= Shortest || total >= Shortest && spoken >= ShortestAmongDigits && !IsHangul(text, start - 1);
        if (isRun)
            foreach (var (at, length, digit) in run) text.Say(at, length, digit);
        return end;
    }

    private static (int Length, char Digit) WordAt(CanonicalText text, int at)
    {
        if (Digit(text[at]) is { } digit) return (1, digit);
        return char.IsAsciiLetter(text[at]) && (at == 0 || !char.IsAsciiLetter(text[at - 1])) ? EnglishAt(text.Signs, at) : default;
    }

    private static (int Length, char Digit) EnglishAt(ReadOnlySpan<char> text, int at)
    {
        var length = 1;
        while (length < 6 && at + length < text.Length && char.IsAsciiLetter(text[at + length])) length++;
        return SpokenDigits.EnglishDigitOf(text.Slice(at, length)) is { } digit ? (length, digit) : default;
    }

    // 공일공 다시 공공공공: 다시 and 대시 are a dash that is said.
    private static int Gap(CanonicalText text, int at) => text[at] switch
    {
        var sign when CanonicalText.IsSeparator(sign) => 1,
        '다' or '대' when at + 1 < text.Length && text[at + 1] == '시' => 2,
        _ => 0,
    };

    private static bool IsHangul(CanonicalText text, int at) => at >= 0 && at < text.Length && text[at] is >= '가' and <= '힣';

    private static char? Digit(char c) => c switch
    {
        '공' or '영' => '0', '일' => '1', '이' => '2', '삼' => '3', '사' => '4', '오' => '5', '육' or '륙' => '6', '칠' => '7', '팔' => '8', '구' => '9', _ => null,
    };
}
