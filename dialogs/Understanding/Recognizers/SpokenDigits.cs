using System.Text;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Digits and Latin letters said one by one: 공일공, 더블유 이삼칠, 에이 다시 공공일이, oh four five two two.</summary>
internal static class SpokenDigits
{
    private static readonly (string Word, char Sign)[] Korean =
    [
        ("더블유", 'W'), ("더블류", 'W'), ("에이치", 'H'), ("에프", 'F'), ("제이", 'J'), ("케이", 'K'), ("에이", 'A'), ("브이", 'V'), ("와이", 'Y'), ("엑스", 'X'), ("에스", 'S'), ("아이", 'I'),
        ("지이", 'G'), ("큐", 'Q'), ("알", 'R'), ("아르", 'R'), ("엘", 'L'), ("엠", 'M'), ("엔", 'N'), ("비", 'B'), ("씨", 'C'), ("디", 'D'), ("지", 'G'), ("피", 'P'), ("티", 'T'), ("유", 'U'), ("제트", 'Z'), ("하나", '1'), ("둘", '2'),
        ("다시", '-'), ("대시", '-'), ("샵", '#'), ("공", '0'), ("영", '0'), ("빵", '0'), ("일", '1'), ("이", '2'), ("삼", '3'), ("사", '4'), ("오", '5'), ("육", '6'), ("륙", '6'), ("칠", '7'), ("팔", '8'), ("구", '9'),
    ];

    /// <summary>One English digit, as a pattern for texts whose case does not matter; the words of <see cref="EnglishDigitOf"/>, which are masked as well.</summary>
    public const string EnglishDigit = "(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine)";

    private static readonly string[] English = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>The digit of an English word, or null where it is none.</summary>
    public static char? EnglishDigitOf(ReadOnlySpan<char> word)
    {
        if (word.Equals("oh", StringComparison.OrdinalIgnoreCase) || word.Equals("o", StringComparison.OrdinalIgnoreCase)) return '0';
        for (var i = 0; i < English.Length; i++)
            if (word.Equals(English[i], StringComparison.OrdinalIgnoreCase)) return (char)('0' + i);
        return null;
    }

    /// <summary>The digits among some words, one after the other.</summary>
    public static string ReadEnglish(string words) =>
        string.Concat(words.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => EnglishDigitOf(word)).OfType<char>());

    /// <summary>The signs said, or null where anything else was said among them.</summary>
    public static string? Read(ReadOnlySpan<char> text)
    {
        var signs = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            if (text[0] is ' ' or '-')
            {
                text = text[1..];
                continue;
            }
            if (char.IsAsciiLetterOrDigit(text[0]))
            {
                signs.Append(char.ToUpperInvariant(text[0]));
                text = text[1..];
                continue;
            }
            var length = 0;
            foreach (var (word, sign) in Korean)
            {
                if (!text.StartsWith(word, StringComparison.Ordinal)) continue;
                signs.Append(sign);
                length = word.Length;
                break;
            }
            if (length == 0) return null;
            text = text[length..];
        }
        return signs.ToString();
    }
}
