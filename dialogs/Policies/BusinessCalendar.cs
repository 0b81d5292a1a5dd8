using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace ServiceBot.Dialogs.Policies;

/// <summary>Which days count: business days, and periods that end on a day off. All days are days in the shop's time zone.</summary>
public sealed class BusinessCalendar
{
    private readonly FrozenDictionary<DateOnly, string> _holidays;
    private readonly int _fromYear;
    private readonly int _toYear;

    private BusinessCalendar(string version, IReadOnlyDictionary<DateOnly, string> holidays, int fromYear, int toYear)
    {
        Version = version;
        _holidays = holidays.ToFrozenDictionary();
        _fromYear = fromYear;
        _toYear = toYear;
    }

    /// <summary>Korean public holidays with their substitutes (공휴일에 관한 법률), from the table that comes with the dialogs.</summary>
    public static BusinessCalendar Korea { get; } = Read(PolicyResources.Text("korean-holidays.json"));

    /// <summary>Saturdays and Sundays only.</summary>
    public static BusinessCalendar Weekends { get; } = new("none", FrozenDictionary<DateOnly, string>.Empty, DateOnly.MinValue.Year, DateOnly.MaxValue.Year);

    /// <summary>Version of the table, as the date on which it was compiled.</summary>
    public string Version { get; }

    /// <summary>Whether the table holds the holidays of that day's year; outside it only weekends are known.</summary>
    public bool Covers(DateOnly day) => day.Year >= _fromYear && day.Year <= _toYear;

    /// <summary>The holiday's name in Korean, or null on other days, weekends included.</summary>
    public string? Holiday(DateOnly day) => _holidays.GetValueOrDefault(day);

    /// <summary>Monday to Friday, and no holiday.</summary>
    public bool IsBusinessDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.ContainsKey(day);

    /// <summary>The last day of a period: a Saturday, Sunday or holiday moves on to the next business day (민법 §161).</summary>
    public DateOnly Roll(DateOnly end)
    {
        while (!IsBusinessDay(end)) end = end.AddDays(1);
        return end;
    }

    /// <summary>The last day of a period of days; the first day is not counted (민법 §157), the end rolls.</summary>
    public DateOnly AfterDays(DateOnly from, int days) => Roll(from.AddDays(days));

    /// <summary>
    /// The last day of a period of months; the first day is not counted, so the period begins on the next day and ends on the day before its
    /// match, or on the last day of a month that has no match (민법 §160②③); the end rolls.
    /// </summary>
    public DateOnly AfterMonths(DateOnly from, int months)
    {
        var begins = from.AddDays(1);
        var match = begins.AddMonths(months);
        return Roll(match.Day == begins.Day ? match.AddDays(-1) : match);
    }

    /// <summary>The nth business day after a day; that day itself is not counted. Zero gives the day itself, rolled.</summary>
    public DateOnly AfterBusinessDays(DateOnly from, int days)
    {
        var day = Roll(days == 0 ? from : from.AddDays(1));
        for (var counted = 1; counted < days; counted++) day = Roll(day.AddDays(1));
        return day;
    }

    private static BusinessCalendar Read(string json)
    {
        using var file = JsonDocument.Parse(json);
        var root = file.RootElement;
        var holidays = root.GetProperty("holidays").EnumerateObject().ToDictionary(
            day => DateOnly.ParseExact(day.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture), day => day.Value.GetString() ?? "");
        return new(root.GetProperty("version").GetString() ?? "", holidays, root.GetProperty("fromYear").GetInt32(), root.GetProperty("toYear").GetInt32());
    }
}
