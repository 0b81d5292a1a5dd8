using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Days as English says them: tomorrow, two weeks ago, next Tuesday, Nov 3, the 3rd, last month.</summary>
internal static partial class EnglishDays
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static void Find(string text, Calendar calendar, List<DayFound> days)
    {
        foreach (Match match in Relative().Matches(text))
        {
            var said = match.Value.ToLowerInvariant();
            var offset = said.Contains("after", StringComparison.Ordinal) ? 2 : said.Contains("before", StringComparison.Ordinal) ? -2 : said.StartsWith("yester", StringComparison.Ordinal) ? -1 : said.StartsWith("tod", StringComparison.Ordinal) || said.StartsWith("toni", StringComparison.Ordinal) ? 0 : 1;
            Add(match, Calendar.Add(calendar.Today, offset));
        }
        foreach (Match match in Distance().Matches(text))
        {
            var count = match.Groups["n"].Value.ToLowerInvariant() is "a" or "an" ? 1 : match.Groups["n"].Value.StartsWith("couple", StringComparison.OrdinalIgnoreCase) || match.Groups["n"].Value.StartsWith("a couple", StringComparison.OrdinalIgnoreCase) ? 2 : EnglishNumberReader.Whole(match.Groups["n"].Value, 0, "") is { } number ? number.Value : -1;
            if (count < 0 || count > 3650) continue;
            var sign = match.Groups["ago"].Success ? -1 : 1;
            Add(match, match.Groups["unit"].Value[0] switch
            {
                'w' or 'W' => Calendar.Add(calendar.Today, 7 * sign * count),
                'm' or 'M' => calendar.Today.AddMonths(sign * (int)Math.Min(count, 600)),
                'y' or 'Y' => calendar.Today.AddYears(sign * (int)Math.Min(count, 100)),
                _ => Calendar.Add(calendar.Today, sign * count),
            });
        }
        foreach (Match match in Weekday().Matches(text))
        {
            var day = Array.IndexOf(Weekdays, match.Groups["day"].Value[..3].ToLowerInvariant());
            Add(match, match.Groups["which"].Value.ToLowerInvariant() switch
            {
                "next" => calendar.Weekday(day, 1),
                "last" or "past" => (calendar with { IsPast = true }).NearestWeekday(day),
                "this" => calendar.Weekday(day, 0),
                "coming" or "this coming" => (calendar with { IsPast = false }).NearestWeekday(day),
                _ => calendar.NearestWeekday(day),
            });
        }
        foreach (Match match in Period().Matches(text))
        {
            var step = match.Groups["which"].Value.ToLowerInvariant() switch { "next" => 1, "last" => -1, _ => 0 };
            var (from, until) = match.Groups["unit"].Value.ToLowerInvariant() switch
            {
                "weekend" => (calendar.Monday.AddDays(7 * step + 5), calendar.Monday.AddDays(7 * step + 7)),
                "week" => (calendar.Monday.AddDays(7 * step), calendar.Monday.AddDays(7 * step + 7)),
                _ => (new DateOnly(calendar.Today.Year, calendar.Today.Month, 1).AddMonths(step), new DateOnly(calendar.Today.Year, calendar.Today.Month, 1).AddMonths(step + 1)),
            };
            days.Add(new(match.Index, match.Index + match.Length, from, until));
        }
        foreach (Match match in MonthDay().Matches(text))
        {
            var month = Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
            var day = int.Parse(match.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            Add(match, match.Groups["year"].Success ? Calendar.Day(int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), month, day) : calendar.MonthDay(month, day));
        }
        foreach (Match match in DayAlone().Matches(text))
            Add(match, calendar.DayOfMonth(int.Parse(match.Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)));

        void Add(Match match, DateOnly? date)
        {
            if (date is { } found) days.Add(new(match.Index, match.Index + match.Length, found));
        }
    }

    [GeneratedRegex(@"\b(?:the day after tomorrow|day after tomorrow|the day before yesterday|day before yesterday|today|tonight|tomorrow|tmrw|tmr|tomorow|yesterday)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:(?:in )?(?<n>an?|\d{1,4}|(?:a )?couple(?: of)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty) (?<unit>days?|weeks?|months?|years?) (?:(?<ago>ago|back\b|earlier)|from now|later)|in (?<n>an?|\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten) (?<unit>days?|weeks?|months?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Distance();

    [GeneratedRegex(@"\b(?:(?<which>next|last|past|this coming|coming|this) )?(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|fri)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<which>next|last|this) (?<unit>weekend|week|month)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Period();

    [GeneratedRegex(@"\b(?:(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?<year>20\d\d))?|(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:,? (?<year>20\d\d))?)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(?:on )?the (?<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:one|item|option|order|time|product))", RegexOptions.IgnoreCase)]
    private static partial Regex DayAlone();
}
