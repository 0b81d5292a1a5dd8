using System.Globalization;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>What is left when every more telling value was taken: scores and plain numbers.</summary>
internal static partial class Numbers
{
    /// <summary>Scores that are said as such; before quantities and dates, which look alike.</summary>
    public static void FindScores(EntityScan scan, SpokenLanguage language)
    {
        foreach (Match match in Stars().Matches(scan.Text))
        {
            var said = match.Groups["n"].Value;
            var score = said.Length == 1 && char.IsAsciiDigit(said[0]) ? said[0] - '0' : (language == SpokenLanguage.Korean ? KoreanNumberReader.Find(said, isWaitedFor: true) : EnglishNumberReader.Find(said)) is [var only, ..] ? (int)only.Value : 0;
            if (score is >= 1 and <= 5) scan.Claim(EntityType.Rating, match.Index, match.Index + match.Length, score.ToString(CultureInfo.InvariantCulture));
        }
        var symbols = scan.Text.Count(c => c is '★' or '⭐');
        if (symbols is >= 1 and <= 5 && scan.Text.IndexOfAny(['★', '⭐']) is >= 0 and var first) scan.Claim(EntityType.Rating, first, scan.Text.LastIndexOfAny(['★', '⭐']) + 1, symbols.ToString(CultureInfo.InvariantCulture));
    }

    public static void Find(EntityScan scan, IReadOnlyList<NumberFound> numbers)
    {
        var isRating = scan.Expects(ExpectedKind.Rating);
        if (scan.Expects(ExpectedKind.Code)) FindCodes(scan);
        foreach (var number in numbers)
            scan.Claim(isRating && number.Value is (1 or 2 or 3 or 4 or 5) ? EntityType.Rating : EntityType.Number, number.Start, number.End, number.Canonical());
    }

    // A code keeps its leading zeros, written or spoken.
    private static void FindCodes(EntityScan scan)
    {
        foreach (var match in Code().EnumerateMatches(scan.Text))
            if (SpokenDigits.Read(scan.Text.AsSpan(match.Index, match.Length)) is { } digits) scan.Claim(EntityType.Number, match.Index, match.Index + match.Length, digits);
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9가-힣-])(?:\d[ -]?){3,9}\d(?![A-Za-z0-9-])|(?<![가-힣])(?:[공영일이삼사오육륙칠팔구] ?){3,9}[공영일이삼사오육륙칠팔구](?=요|이요|이에요|예요|입니다| |$|[.,!])")]
    private static partial Regex Code();

    [GeneratedRegex(@"별점? ?(?<n>[1-5]|한|두|세|네|다섯|하나|둘|셋|넷) ?개|별점 ?(?<n>[1-5])점?|(?<![\d.])(?<n>[1-5])점(?!심|검|포)|\b(?<n>[1-5]|one|two|three|four|five) (?:out of (?:5|five)|stars?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stars();
}
