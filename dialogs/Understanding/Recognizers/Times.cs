using System.Globalization;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Times of day as HH:mm; one to six without 오전 or "am" is taken for the afternoon, when shops and couriers work.</summary>
internal static partial class Times
{
    private static readonly string[] NativeHours = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"];

    public static void Find(EntityScan scan, SpokenLanguage language)
    {
        foreach (Match match in language == SpokenLanguage.Korean ? Korean().Matches(scan.Text) : English().Matches(scan.Text))
        {
            if (match.Groups["noon"].Success) Claim(scan, match, 12, 0);
            else if (match.Groups["midnight"].Success) Claim(scan, match, 0, 0);
            else if (Hour(match) is { } hour) Claim(scan, match, hour, Minute(match));
        }
    }

    private static void Claim(EntityScan scan, Match match, int hour, int minute)
    {
        if (hour <= 23 && minute <= 59) scan.Claim(EntityType.Time, match.Index, match.Index + match.Length, string.Create(CultureInfo.InvariantCulture, $"{hour:D2}:{minute:D2}"));
    }

    private static int? Hour(Match match)
    {
        var said = match.Groups["hour"].Value;
        var hour = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Array.IndexOf(NativeHours, said.Replace(" ", "", StringComparison.Ordinal)) + 1;
        if (hour > 23) return null;
        var part = match.Groups["part"].Value.ToLowerInvariant();
        if (hour > 12) return hour;
        return part switch
        {
            "오전" or "아침" or "새벽" or "am" or "a.m." or "a.m" => hour % 12,
            "밤" when hour == 12 => 0,
            "오후" or "저녁" or "밤" or "낮" or "점심" or "pm" or "p.m." or "p.m" => hour % 12 + 12,
            _ => hour is >= 1 and <= 6 && !match.Groups["clock"].Success ? hour + 12 : hour,
        };
    }

    private static int Minute(Match match) =>
        match.Groups["half"].Success ? 30 : match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(?:(?<part>오전|오후|아침|저녁|새벽|밤|낮|점심) ?에? ?)?(?<![\d가-힣])(?<hour>\d{1,2}|열 ?한|열 ?두|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?시(?!간|작|계|세|켰|킨|도|발)(?: ?(?:(?<half>반)|(?<minute>\d{1,2}) ?분))?|(?:(?<part>오전|오후) ?)?(?<![\d:])(?<clock>(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d))(?![\d:])|(?<noon>정오)|(?<midnight>자정)")]
    private static partial Regex Korean();

    [GeneratedRegex(@"(?<![\d:.$#])(?<hour>\d{1,2})(?::(?<minute>[0-5]\d))? ?(?<part>[ap]\.?m\b\.?)|(?<![\d:])(?<clock>(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d))(?![\d:])|\bat (?<hour>\d{1,2})(?= ?(?:o'?clock)?(?:[.,!?]|$))|\b(?<hour>\d{1,2}) ?o'?clock\b|\b(?<noon>noon|midday)\b|\b(?<midnight>midnight)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
