using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Understanding.Choices;

/// <summary>Options named by where they stand: "2", "2번", "두 번째 거", "the last one", 위에 거.</summary>
internal static partial class OptionPositions
{
    private static readonly string[] Native = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];
    private static readonly string[] Sino = ["일", "이", "삼", "사", "오", "육", "칠", "팔", "구", "십"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] Cardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly HashSet<string> Around = new(
        ["음", "아", "저", "그럼", "네", "저는", "no", "number", "option", "the", "번호", "i", "want", "ill", "take", "give", "me", "and", "그리고", "번", "번이요", "번요", "또", "요", "하고", "랑", "이랑", "할게요", "주세요", "해주세요", "please", "item", "items"], StringComparer.Ordinal);

    private static readonly HashSet<string> After = new(
        ["", "번", "번이요", "번요", "요", "이요", "번으로", "번으로요", "번이에요", "번입니다", "번하고", "번이랑", "번과", "번할게요", "이랑", "랑", "하고", "과", "와", "번만", "번만요", "번으로할게요"], StringComparer.Ordinal);

    /// <summary>Indexes that the words point at, from zero, in the order said; empty where they point at none of <paramref name="count"/>.</summary>
    public static List<int> Find(string plain, int count)
    {
        var found = new List<int>();
        if (OnlyNumbers(plain) is { } numbers)
        {
            foreach (var number in numbers) Add(number);
            return found;
        }
        foreach (Match match in FirstOrLastSeveral().Matches(plain))
        {
            var many = Number(match.Groups["n"].Value);
            if (many <= 0 || many > count) continue;
            var from = match.Groups["last"].Success ? count - many : 0;
            for (var i = 0; i < many; i++) Add(from + i + 1);
        }
        if (found.Count > 0) return found;
        foreach (Match match in Korean().Matches(plain)) AddKorean(match);
        foreach (Match match in English().Matches(plain))
        {
            if (match.Groups["number"].Success) Add(Number(match.Groups["number"].Value));
            else if (match.Groups["tolast"].Success) Add(count - 1);
            else if (match.Groups["last"].Success) Add(count);
            else if (match.Groups["top"].Success) Add(1);
            else Add(Number(match.Groups["ordinal"].Value));
        }
        return found;

        void Add(int position)
        {
            if (position >= 1 && position <= count && !found.Contains(position - 1)) found.Add(position - 1);
        }

        void AddKorean(Match match)
        {
            var number = match.Groups["n"].Success ? Number(match.Groups["n"].Value) : 0;
            if (match.Groups["fromend"].Success && number > 0) Add(count + 1 - number);
            else if (number > 0) Add(number);
            else if (match.Groups["first"].Success) Add(1);
            else if (match.Groups["last"].Success) Add(count);
        }
    }

    // "2", "2번이요", "1번이랑 3번", "1 and 3": numbers and nothing else of weight.
    private static List<int>? OnlyNumbers(string plain)
    {
        var numbers = new List<int>();
        foreach (var word in plain.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = 0;
            while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
            if (digits > 2) return null;
            if (digits == 0 ? !Around.Contains(word) : !After.Contains(word[digits..])) return null;
            if (digits > 0) numbers.Add(int.Parse(word.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture));
        }
        return numbers.Count > 0 ? numbers : null;
    }

    private static int Number(string word)
    {
        if (int.TryParse(word.TrimEnd("stndrh".ToCharArray()), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (word is "첫" or "하나") return 1;
        if (word is "둘") return 2;
        if (word is "셋") return 3;
        if (word is "넷") return 4;
        foreach (var list in new[] { Native, Sino, Ordinals, Cardinals })
            if (Array.IndexOf(list, word) is >= 0 and var at) return at + 1;
        return 0;
    }

    [GeneratedRegex(@"\b(?:first|(?<last>last)) (?<n>two|three|four|five|\d)\b|(?:처음|앞에|위에|위|(?<last>마지막|뒤에|아래|밑에)) ?(?<n>두|세|네|\d) ?개")]
    private static partial Regex FirstOrLastSeveral();

    [GeneratedRegex(@"(?<fromend>(?:끝|마지막|뒤)에서 ?)?(?<n>첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d{1,2}) ?번 ?째|(?<n>\d{1,2}) ?번(?!째|호|지|길|이나|만|을)|(?<![가-힣])(?<n>일|삼|사|오|육|칠|팔|구|십) ?번(?=$| |이요|요|으로|이랑|하고|과|이에요)|(?<![가-힣])(?<n>이)번(?=이요|요|으로|이랑|하고|과|이에요|$)|(?<![가-힣])(?<first>첫째|첫 ?(?:거|꺼|것)|맨 ?위|제일 ?위|위에 ?(?:거|꺼|것|걸)|위 ?(?:거|꺼)|윗 ?(?:거|것)|맨 ?앞|맨 ?처음)|(?<last>마지막(?! ?에서)|맨 ?(?:끝|뒤|아래|밑|마지막)|제일 ?(?:아래|밑|끝)|아래에? ?(?:거|꺼|것|걸)|밑에 ?(?:거|꺼|것|걸)|아랫 ?(?:거|것))|(?<![가-힣])(?<n>둘|셋|넷)째")]
    private static partial Regex Korean();

    [GeneratedRegex(@"\b(?:number|no|option|item|choice|nr) (?<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b|\b(?<tolast>second to last|next to last|last but one|penultimate)\b|\b(?<last>last|bottom|latter)(?= one| item| option|$)|\b(?<top>top|former)(?= one| item| option|$)|\b(?<ordinal>first|(?<!one )second(?! to last)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))(?= one| item| option| day| and| please|$)")]
    private static partial Regex English();
}
