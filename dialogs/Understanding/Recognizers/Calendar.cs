using System.Globalization;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Days relative to today; weeks start on Monday. What is not told plainly lies ahead, unless the words speak of the past.</summary>
/// <param name="Today">The shop's local day.</param>
/// <param name="IsPast">Whether the words speak of what has been.</param>
internal sealed record Calendar(DateOnly Today, bool IsPast)
{
    public DateOnly Monday => Today.AddDays(-((int)Today.DayOfWeek + 6) % 7);

    /// <summary>A weekday (0 is Monday) of the week so many weeks away.</summary>
    public DateOnly? Weekday(int day, int weeks) => Add(Monday, 7 * weeks + day);

    /// <summary>The nearest weekday ahead, or behind where the words are past; never today.</summary>
    public DateOnly? NearestWeekday(int day)
    {
        var distance = (day - ((int)Today.DayOfWeek + 6) % 7 + 7) % 7;
        return Add(Today, IsPast ? distance == 0 ? -7 : distance - 7 : distance == 0 ? 7 : distance);
    }

    /// <summary>A day of the month in the nearest year ahead (today counts), or behind where the words are past.</summary>
    public DateOnly? MonthDay(int month, int day)
    {
        // 29 February may be years away.
        for (var step = 0; step <= 8; step++)
        {
            if (Day(Today.Year + (IsPast ? -step : step), month, day) is { } date && (IsPast ? date <= Today : date >= Today)) return date;
        }
        return null;
    }

    /// <summary>A day of this month, or of the nearest that has it.</summary>
    public DateOnly? DayOfMonth(int day)
    {
        var first = new DateOnly(Today.Year, Today.Month, 1);
        for (var step = 0; step <= 3; step++)
        {
            var month = first.AddMonths(IsPast ? -step : step);
            if (Day(month.Year, month.Month, day) is { } date && (IsPast ? date <= Today : date >= Today)) return date;
        }
        return null;
    }

    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>So many days away, or null beyond the years that shops deal with.</summary>
    public static DateOnly? Add(DateOnly from, double days) => Math.Abs(days) < 40000 && from.DayNumber + days is >= 693595 and <= 803532 and var number ? DateOnly.FromDayNumber((int)number) : null;

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
