using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Days as Korean says them: 모레, 사흘 전, 보름 뒤, 다음 주 화요일, 11월 3일, 지난달.</summary>
internal static partial class KoreanDays
{
    private const string WeekdayNames = "월화수목금토일";
    private static readonly string[] Counted = ["하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘"];

    private static readonly (string Word, int Days)[] Relative =
    [
        ("그끄저께", -3), ("엊그저께", -2), ("그저께", -2), ("엊그제", -2), ("그제", -2), ("어저께", -1), ("어제", -1), ("오늘", 0), ("금일", 0), ("내일모레", 2), ("내일 모레", 2), ("낼 모레", 2), ("낼모레", 2), ("내일", 1), ("낼", 1), ("명일", 1), ("모레", 2), ("그글피", 4), ("글피", 3),
    ];

    public static void Find(string text, Calendar calendar, List<DayFound> days)
    {
        for (var i = 0; i < Relative.Length; i++)
        {
            var (word, offset) = Relative[i];
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                if (at > 0 && Jamo.IsSyllable(text[at - 1]) || word == "그제" && text.AsSpan(at).StartsWith("그제서", StringComparison.Ordinal) || word == "그제" && text.AsSpan(at).StartsWith("그제야", StringComparison.Ordinal)) continue;
                if (Calendar.Add(calendar.Today, offset) is { } date) days.Add(new(at, at + word.Length, date));
            }
        }
        if (text.AsSpan().IndexOfAny("전뒤후") >= 0)
            foreach (Match match in Distance().Matches(text)) AddDistance(match, calendar, days);
        if (text.Contains('주', StringComparison.Ordinal))
            foreach (Match match in Week().Matches(text)) AddWeek(match, calendar, days);
        if (text.Contains('달', StringComparison.Ordinal))
            foreach (Match match in Month().Matches(text)) AddMonth(match, calendar, days);
        if (text.Contains('일', StringComparison.Ordinal))
            foreach (Match match in MonthDay().Matches(text)) AddMonthDay(match, calendar, days);
        if (!text.Contains("요일", StringComparison.Ordinal) && !text.Contains('욜', StringComparison.Ordinal)) return;
        foreach (Match match in LoneWeekday().Matches(text))
            if (calendar.NearestWeekday(WeekdayNames.IndexOf(match.Groups["day"].Value[0], StringComparison.Ordinal)) is { } date) days.Add(new(match.Index, match.Index + match.Length, date));
    }

    private static void AddDistance(Match match, Calendar calendar, List<DayFound> days)
    {
        double count;
        if (match.Groups["counted"].Success) count = match.Groups["counted"].Value == "보름" ? 15 : Array.IndexOf(Counted, match.Groups["counted"].Value) + 1;
        else if (KoreanNumerals.Read(match.Groups["n"].Value, 0) is [.., var last] && last.End == match.Groups["n"].Length) count = last.Value;
        else return;
        var unit = match.Groups["unit"].Value;
        var sign = match.Groups["back"].Success ? -1 : 1;
        var date = unit switch
        {
            "주" or "주일" => Calendar.Add(calendar.Today, 7 * sign * count),
            "달" or "개월" => count <= 600 ? calendar.Today.AddMonths(sign * (int)count) : null,
            "년" or "해" => count <= 100 ? calendar.Today.AddYears(sign * (int)count) : null,
            _ => Calendar.Add(calendar.Today, sign * count),
        };
        if (date is { } found) days.Add(new(match.Index, match.Index + match.Length, found));
    }

    private static void AddWeek(Match match, Calendar calendar, List<DayFound> days)
    {
        var weeks = match.Groups["which"].Value.Replace(" ", "", StringComparison.Ordinal) switch
        {
            "다다음" => 2, "다음" or "담" or "돌아오는" or "오는" or "내" => 1, "지난" or "저번" or "지난번" => -1, "지지난" or "저저번" => -2, _ => 0,
        };
        if (match.Groups["day"].Success)
        {
            if (calendar.Weekday(WeekdayNames.IndexOf(match.Groups["day"].Value[0], StringComparison.Ordinal), weeks) is { } date) days.Add(new(match.Index, match.Index + match.Length, date));
        }
        else if (calendar.Weekday(match.Groups["end"].Success ? 5 : 0, weeks) is { } from)
        {
            days.Add(new(match.Index, match.Index + match.Length, from, from.AddDays(match.Groups["end"].Success ? 2 : 7)));
        }
    }

    private static void AddMonth(Match match, Calendar calendar, List<DayFound> days)
    {
        var first = new DateOnly(calendar.Today.Year, calendar.Today.Month, 1).AddMonths(match.Groups["which"].Value.Replace(" ", "", StringComparison.Ordinal) switch { "다음" or "담" => 1, "지난" or "저번" => -1, "지지난" => -2, _ => 0 });
        var (from, until) = match.Groups["part"].Value switch
        {
            "초" => (first, first.AddDays(10)),
            "중순" => (first.AddDays(10), first.AddDays(20)),
            "말" => (first.AddDays(20), first.AddMonths(1)),
            _ => (first, first.AddMonths(1)),
        };
        if (match.Groups["day"].Success)
        {
            if (Calendar.Day(first.Year, first.Month, int.Parse(match.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)) is { } date) days.Add(new(match.Index, match.Index + match.Length, date));
            return;
        }
        days.Add(new(match.Index, match.Index + match.Length, from, until));
    }

    private static void AddMonthDay(Match match, Calendar calendar, List<DayFound> days)
    {
        var day = Small(match.Groups["day"].Value);
        if (day is < 1 or > 31) return;
        DateOnly? date;
        if (match.Groups["month"].Success)
        {
            var month = Small(match.Groups["month"].Value);
            date = match.Groups["year"].Success
                ? Calendar.Day(int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), month, day)
                : match.Groups["lastyear"].Success ? Calendar.Day(calendar.Today.Year - 1, month, day)
                : match.Groups["nextyear"].Success ? Calendar.Day(calendar.Today.Year + 1, month, day)
                : calendar.MonthDay(month, day);
        }
        else
        {
            date = calendar.DayOfMonth(day);
        }
        if (date is { } found) days.Add(new(match.Index, match.Index + match.Length, found));
    }

    private static int Small(string said) => said switch
    {
        "시" => 10, "유" => 6,
        _ => KoreanNumerals.Read(said, 0) is [.., var last] && last.End == said.Length && last.Value < 100 ? (int)last.Value : 0,
    };

    [GeneratedRegex(@"(?<![가-힣\d])(?:(?<counted>하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름)|(?<n>\d{1,4}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|일|이|삼|사|오|육|칠|팔|구|십|십오|이십|삼십) ?(?<unit>일|주일|주|달|개월|년))(?:쯤|정도)? ?(?:(?<back>전)|뒤|후)(?!화|체|자)")]
    private static partial Regex Distance();

    [GeneratedRegex(@"(?<![가-힣])(?<which>다다음|다음|담|돌아오는|이번|금|요번|지지난|지난번|지난|저저번|저번|내) ?주(?<end> ?말)?(?: ?(?<day>[월화수목금토일])(?:요일|욜))?(?!문|소)")]
    private static partial Regex Week();

    [GeneratedRegex(@"(?<![가-힣])(?<which>다음|담|이번|지지난|지난|저번) ?달(?: ?(?:(?<part>초|중순|말)|(?<day>\d{1,2}) ?일))?")]
    private static partial Regex Month();

    [GeneratedRegex(@"(?:(?<year>(?:19|20)\d\d) ?년 ?|(?<lastyear>작년|지난해) ?|(?<nextyear>내년) ?)?(?<![가-힣\d])(?:(?<month>\d{1,2}|시|유|일|이|삼|사|오|칠|팔|구|십|십일|십이) ?월 ?)(?<day>\d{1,2}|[일이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]) ?일(?! ?(?:전|뒤|후|간|동안|만|이내|안|째|정도|걸|내))|(?<![가-힣\d./])(?<day>\d{1,2}|[이삼]?십[일이삼사오육칠팔구]?) ?일(?=[에날부까이은로도 ,.!?]|$)(?! ?(?:전|뒤|후|간|동안|만|이내|안|째|정도|걸|내|이나|지났|지나|됐|넘))")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"(?<![가-힣])(?<day>[월화수목금토일])(?:요일|욜)(?:날)?")]
    private static partial Regex LoneWeekday();
}
