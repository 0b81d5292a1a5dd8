using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Days written in figures: 2026-11-03, 2026.11.3, 11/3.</summary>
internal static partial class WrittenDays
{
    public static void Find(string text, Calendar calendar, List<DayFound> days)
    {
        if (text.AsSpan().IndexOfAny('-', '/', '.') < 0) return;
        foreach (Match match in Shape().Matches(text))
        {
            var month = Number(match, "month");
            var day = Number(match, "day");
            DateOnly? date;
            if (match.Groups["year"].Success)
            {
                var year = Number(match, "year");
                date = Calendar.Day(year < 100 ? 2000 + year : year, month, day);
            }
            else
            {
                date = calendar.MonthDay(month, day);
            }
            if (date is { } found) days.Add(new(match.Index, match.Index + match.Length, found));
        }
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/.#-])(?:(?<year>(?:19|20)\d\d)[-./] ?(?<month>0?[1-9]|1[0-2])[-./] ?(?<day>3[01]|[12]\d|0?[1-9])\.?|(?<month>0?[1-9]|1[0-2])/(?<day>3[01]|[12]\d|0?[1-9])(?:/(?<year>(?:20)?\d\d))?)(?![\d/-])")]
    private static partial Regex Shape();
}
