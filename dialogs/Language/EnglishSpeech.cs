using System.Globalization;

namespace ServiceBot.Dialogs.Language;

/// <summary>Values in English for the ear.</summary>
internal sealed class EnglishSpeech : IValueForms
{
    public string Number(long value, ValueFormat format) => format switch
    {
        ValueFormat.Ordinal => EnglishNumbers.Ordinal(value),
        ValueFormat.Digits => Spelling.English(value.ToString(CultureInfo.InvariantCulture)),
        _ => EnglishNumbers.Cardinal(value),
    };

    public string Amount(Money money)
    {
        var currency = Currency.Of(money.Currency);
        var (whole, minor) = currency.Split(money.Minor);
        var sign = money.Minor < 0 ? "minus " : "";
        var main = $"{EnglishNumbers.Cardinal(whole)} {(whole == 1 ? currency.One : currency.Many)}";
        if (minor == 0) return sign + main;
        var cents = $"{EnglishNumbers.Cardinal(minor)} {(minor == 1 ? currency.OneMinor : currency.ManyMinor)}";
        return whole == 0 ? sign + cents : $"{sign}{main} and {cents}";
    }

    public string Day(DateOnly day, ValueFormat format)
    {
        var weekday = day.ToString("dddd", CultureInfo.InvariantCulture);
        var date = $"{day.ToString("MMMM", CultureInfo.InvariantCulture)} {EnglishNumbers.Ordinal(day.Day)}";
        return format switch
        {
            ValueFormat.Short => date,
            ValueFormat.Full => $"{weekday}, {date}, {EnglishNumbers.Year(day.Year)}",
            ValueFormat.Weekday => weekday,
            _ => $"{weekday}, {date}",
        };
    }

    public string TimeOfDay(TimeOnly time)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12) return time.Hour == 0 ? "midnight" : "noon";
        var hour = EnglishNumbers.Cardinal(time.Hour % 12 == 0 ? 12 : time.Hour % 12);
        var minute = time.Minute switch
        {
            0 => "",
            < 10 => " oh " + EnglishNumbers.Cardinal(time.Minute),
            _ => " " + EnglishNumbers.Cardinal(time.Minute),
        };
        return $"{hour}{minute} {(time.Hour < 12 ? "a.m." : "p.m.")}";
    }

    public string Moment(DateOnly day, TimeOnly time) => $"{Day(day, ValueFormat.Usual)} at {TimeOfDay(time)}";

    public string Data(string data, ValueFormat format) => format switch
    {
        ValueFormat.Digits => Spelling.English(data),
        ValueFormat.Phone => Spelling.EnglishPhone(data),
        _ => data,
    };

    public string List(IReadOnlyList<string> parts, ValueFormat format) => format switch
    {
        ValueFormat.Short => $"{parts[0]} and {EnglishNumbers.Cardinal(parts.Count - 1)} more",
        ValueFormat.Lines => string.Join(", ", parts),
        _ => EnglishText.Join(parts, format),
    };
}
