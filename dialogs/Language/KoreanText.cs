using System.Globalization;

namespace ServiceBot.Dialogs.Language;

/// <summary>Values in Korean for the eye.</summary>
internal sealed class KoreanText : IValueForms
{
    public string Number(long value, ValueFormat format) => format switch
    {
        ValueFormat.Ordinal => KoreanNumbers.Ordinal(value),
        ValueFormat.Digits => value.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString("N0", CultureInfo.InvariantCulture),
    };

    public string Amount(Money money) => string.Equals(money.Currency, "KRW", StringComparison.Ordinal)
        ? money.Minor.ToString("N0", CultureInfo.InvariantCulture) + "원"
        : Currency.Of(money.Currency).Written(money.Minor);

    public string Day(DateOnly day, ValueFormat format) => format switch
    {
        ValueFormat.Short => Short(day),
        ValueFormat.Full => string.Create(CultureInfo.InvariantCulture, $"{day.Year}년 {Short(day)} ({Weekday(day)[0]})"),
        ValueFormat.Weekday => Weekday(day),
        _ => $"{Short(day)} ({Weekday(day)[0]})",
    };

    public string TimeOfDay(TimeOnly time)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12) return time.Hour == 0 ? "자정" : "정오";
        var hour = time.Hour > 12 ? time.Hour - 12 : time.Hour;
        var minute = time.Minute == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {time.Minute}분");
        return string.Create(CultureInfo.InvariantCulture, $"{(time.Hour < 12 ? "오전" : "오후")} {hour}시{minute}");
    }

    public string Moment(DateOnly day, TimeOnly time) => $"{Day(day, ValueFormat.Usual)} {TimeOfDay(time)}";

    public string Data(string data, ValueFormat format) => format is ValueFormat.Phone ? PhoneNumber.Written(data) : data;

    public string List(IReadOnlyList<string> parts, ValueFormat format) => format switch
    {
        ValueFormat.Short => string.Create(CultureInfo.InvariantCulture, $"{parts[0]} 외 {parts.Count - 1}개"),
        ValueFormat.Lines => "- " + string.Join("\n- ", parts),
        _ => KoreanLists.Join(parts, format, Modality.Text),
    };

    internal static string Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => "월요일",
        DayOfWeek.Tuesday => "화요일",
        DayOfWeek.Wednesday => "수요일",
        DayOfWeek.Thursday => "목요일",
        DayOfWeek.Friday => "금요일",
        DayOfWeek.Saturday => "토요일",
        _ => "일요일",
    };

    private static string Short(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}월 {day.Day}일");
}

/// <summary>Lists in Korean: two are joined by 와(과), more by commas; alternatives by 또는.</summary>
internal static class KoreanLists
{
    private static readonly Particle And = Particle.At("과(와)") ?? throw new InvalidOperationException("The particle 과(와) is not known.");

    public static string Join(IReadOnlyList<string> parts, ValueFormat format, Modality modality)
    {
        if (format is ValueFormat.Or) return $"{string.Join(", ", parts.Take(parts.Count - 1))} 또는 {parts[^1]}";
        return parts.Count == 2 ? $"{parts[0]}{And.After(parts[0], modality)} {parts[1]}" : string.Join(", ", parts);
    }
}
