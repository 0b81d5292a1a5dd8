using System.Text;

namespace ServiceBot.Dialogs.Language;

/// <summary>Numbers that name something, read digit by digit and letter by letter.</summary>
internal static class Spelling
{
    private const string KoreanDigits = "공일이삼사오육칠팔구";
    private static readonly string[] EnglishDigits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] KoreanLetters =
    [
        "에이", "비", "씨", "디", "이", "에프", "지", "에이치", "아이", "제이", "케이", "엘", "엠", "엔", "오", "피", "큐", "알",
        "에스", "티", "유", "브이", "더블유", "엑스", "와이", "제트",
    ];

    /// <summary>알 이 공 사 일 칠; a long run of digits pauses between its groups.</summary>
    public static string Korean(string data) => Read(data, " ", KoreanSign);

    /// <summary>R, two zero four one seven.</summary>
    public static string English(string data) => Read(data, ", ", EnglishSign);

    /// <summary>공일공, 일이삼사, 오육칠팔.</summary>
    public static string KoreanPhone(string data) =>
        string.Join(", ", PhoneNumber.Groups(data).Select(group => string.Concat(group.Select(KoreanSign))));

    /// <summary>zero one zero, one two three four, five six seven eight.</summary>
    public static string EnglishPhone(string data) =>
        string.Join(", ", PhoneNumber.Groups(data).Select(group => string.Join(' ', group.Select(EnglishSign))));

    /// <summary>Digits in groups of three and four, the shorter first; five or fewer stay together, since one hears them at once.</summary>
    public static IReadOnlyList<string> Chunks(string digits)
    {
        if (digits.Length <= 5) return [digits];
        var count = (digits.Length + 3) / 4;
        var chunks = new List<string>(count);
        for (int i = 0, start = 0; i < count; i++)
        {
            var length = (digits.Length - start) / (count - i);
            chunks.Add(digits.Substring(start, length));
            start += length;
        }
        return chunks;
    }

    private static string Read(string data, string betweenKinds, Func<char, string> sign)
    {
        var words = new StringBuilder(data.Length * 3);
        for (var at = 0; at < data.Length;)
        {
            var end = at + 1;
            if (!char.IsLetterOrDigit(data[at]))
            {
                at = end;
                continue;
            }
            while (end < data.Length && char.IsLetterOrDigit(data[end]) && char.IsAsciiDigit(data[end]) == char.IsAsciiDigit(data[at])) end++;
            var run = data[at..end];
            if (words.Length > 0) words.Append(betweenKinds);
            words.AppendJoin(", ", (char.IsAsciiDigit(run[0]) ? Chunks(run) : [run]).Select(chunk => string.Join(' ', chunk.Select(sign))));
            at = end;
        }
        return words.ToString();
    }

    private static string KoreanSign(char sign) => sign switch
    {
        >= '0' and <= '9' => KoreanDigits[sign - '0'].ToString(),
        >= 'A' and <= 'Z' => KoreanLetters[sign - 'A'],
        >= 'a' and <= 'z' => KoreanLetters[sign - 'a'],
        _ => sign.ToString(),
    };

    private static string EnglishSign(char sign) => char.IsAsciiDigit(sign) ? EnglishDigits[sign - '0'] : char.ToUpperInvariant(sign).ToString();
}
