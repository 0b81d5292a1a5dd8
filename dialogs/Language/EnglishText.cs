using System.Globalization;

namespace ServiceBot.Dialogs.Language;

/// <summary>Values in English for the eye, dates in the American order.</summary>
internal sealed class EnglishText : IValueForms
{
    public string Number(long value, ValueFormat format) => format switch
    {
        ValueFormat.Ordinal => EnglishNumbers.ShortOrdinal(value),
        ValueFormat.Digits => value.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString("N0", CultureInfo.InvariantCulture),
    };

    public string Amount(Money money) => Currency.Of(money.Currency).Written(money.Minor);

    public string Day(DateOnly day, ValueFormat format) => day.ToString(
        format switch
        {
            ValueFormat.Short => "MMMM d",
            ValueFormat.Full => "dddd, MMMM d, yyyy",
            ValueFormat.Weekday => "dddd",
            _ => "dddd, MMMM d",
        },
        CultureInfo.InvariantCulture);

    public string TimeOfDay(TimeOnly time)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12) return time.Hour == 0 ? "midnight" : "noon";
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        return string.Create(CultureInfo.InvariantCulture, $"{hour}:{time.Minute:00} {(time.Hour < 12 ? "a.m." : "p.m.")}");
    }

    public string Moment(DateOnly day, TimeOnly time) => $"{Day(day, ValueFormat.Usual)} at {TimeOfDay(time)}";

    public string Data(string data, ValueFormat format) => format is ValueFormat.Phone ? PhoneNumber.Written(data) : data;

    public string List(IReadOnlyList<string> parts, ValueFormat format) => format switch
    {
        ValueFormat.Short => string.Create(CultureInfo.InvariantCulture, $"{parts[0]} and {parts.Count - 1} more"),
        ValueFormat.Lines => "- " + string.Join("\n- ", parts),
        _ => Join(parts, format),
    };

    internal static string Join(IReadOnlyList<string> parts, ValueFormat format) =>
        $"{string.Join(", ", parts.Take(parts.Count - 1))} {(format is ValueFormat.Or ? "or" : "and")} {parts[^1]}";
}
