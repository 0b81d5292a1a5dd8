using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Days and ranges of days in both languages, against the moment of listening.</summary>
internal static partial class Dates
{
    public static void Find(EntityScan scan, SpokenLanguage language)
    {
        if (!MaySpeakOfDays(scan, language)) return;
        var isPast = scan.Listening.Expecting.Kind != ExpectedKind.Date && (language == SpokenLanguage.Korean ? KoreanPast() : EnglishPast()).IsMatch(scan.Text);
        var calendar = new Calendar(DateOnly.FromDateTime(scan.Listening.Now.DateTime), isPast);
        var days = new List<DayFound>();
        WrittenDays.Find(scan.Text, calendar, days);
        if (language == SpokenLanguage.Korean) KoreanDays.Find(scan.Text, calendar, days);
        else EnglishDays.Find(scan.Text, calendar, days);
        Claim(scan, days);
    }

    // Most utterances name no day; a cheap look spares them the expressions.
    private static bool MaySpeakOfDays(EntityScan scan, SpokenLanguage language)
    {
        if (language == SpokenLanguage.Korean) return scan.HasDigit || scan.Text.AsSpan().IndexOfAny(KoreanMarks) >= 0;
        if (scan.HasDigit) return true;
        var lookup = EnglishMarks.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in scan.Text.AsSpan().SplitAny(' ', ',', '.', '!', '?', '\''))
            if (lookup.Contains(scan.Text.AsSpan(range))) return true;
        return false;
    }

    private static readonly SearchValues<string> KoreanMarks = SearchValues.Create(
        ["오늘", "금일", "내일", "낼", "명일", "모레", "글피", "어제", "어저께", "그제", "그저께", "엊그", "전", "뒤", "후", "요일", "욜", "주", "달", "월"], StringComparison.Ordinal);

    private static readonly FrozenSet<string> EnglishMarks = new[]
    {
        "today", "tonight", "tomorrow", "tomorow", "tmrw", "tmr", "yesterday", "day", "days", "week", "weeks", "month", "months", "year", "years", "weekend",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static void Claim(EntityScan scan, List<DayFound> days)
    {
        days.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        for (var i = 0; i < days.Count; i++)
        {
            var day = days[i];
            if (!scan.IsFree(day.Start, day.End)) continue;
            var next = days.FindIndex(i + 1, other => other.Start >= day.End);
            if (next >= 0 && IsJoint(scan.Text[day.End..days[next].Start]) && day.Until is null && scan.IsFree(day.End, days[next].End))
            {
                var last = days[next].Until ?? days[next].Date.AddDays(1);
                if (last > day.Date)
                {
                    scan.Claim(EntityType.DateRange, day.Start, days[next].End, $"{Calendar.Iso(day.Date)}/{Calendar.Iso(last)}");
                    continue;
                }
            }
            if (day.Until is { } until) scan.Claim(EntityType.DateRange, day.Start, day.End, $"{Calendar.Iso(day.Date)}/{Calendar.Iso(until)}");
            else scan.Claim(EntityType.Date, day.Start, day.End, Calendar.Iso(day.Date));
        }
    }

    private static bool IsJoint(string between) => Joint().IsMatch(between);

    [GeneratedRegex(@"^ ?(?:부터|에서|~|-|to|until|till|through) ?$")]
    private static partial Regex Joint();

    [GeneratedRegex(@"샀|산 ?(?:거|것|건|주|상)|했|주문한|시킨|받았|받은|왔|보냈|도착한|였|었|았|됐|구매한|지난|온 ?(?:거|건|택배|물건)")]
    private static partial Regex KoreanPast();

    [GeneratedRegex(@"\b(?:bought|ordered|received|arrived|got|was|were|did|came|sent|ago|delivered|returned|placed|purchased|made|paid|had|last|since)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishPast();
}

/// <summary>A day, or the days up to but not including <paramref name="Until"/>, in the words from <paramref name="Start"/> up to <paramref name="End"/>.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct DayFound(int Start, int End, DateOnly Date, DateOnly? Until = null);
