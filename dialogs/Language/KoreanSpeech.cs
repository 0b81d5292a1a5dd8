namespace ServiceBot.Dialogs.Language;

/// <summary>Values in Korean for the ear.</summary>
internal sealed class KoreanSpeech : IValueForms
{
    public string Number(long value, ValueFormat format) => format switch
    {
        ValueFormat.Native => KoreanNumbers.Native(value),
        ValueFormat.Ordinal => KoreanNumbers.Ordinal(value),
        ValueFormat.Digits => Spelling.Korean(value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => KoreanNumbers.Sino(value),
    };

    public string Amount(Money money)
    {
        var currency = Currency.Of(money.Currency);
        var (whole, minor) = currency.Split(money.Minor);
        var sign = money.Minor < 0 ? "마이너스 " : "";
        if (minor == 0) return $"{sign}{KoreanNumbers.Sino(whole)} {currency.Korean}";
        var cents = $"{KoreanNumbers.Sino(minor)} {currency.KoreanMinor}";
        return whole == 0 ? sign + cents : $"{sign}{KoreanNumbers.Sino(whole)} {currency.Korean} {cents}";
    }

    public string Day(DateOnly day, ValueFormat format) => format switch
    {
        ValueFormat.Short => Short(day),
        ValueFormat.Full => $"{KoreanNumbers.Sino(day.Year)} 년 {Short(day)} {KoreanText.Weekday(day)}",
        ValueFormat.Weekday => KoreanText.Weekday(day),
        _ => $"{Short(day)} {KoreanText.Weekday(day)}",
    };

    public string TimeOfDay(TimeOnly time)
    {
        if (time.Minute == 0 && time.Hour is 0 or 12) return time.Hour == 0 ? "자정" : "정오";
        // Hours are counted with native numbers, but nought has none: 영 시.
        var hour = time.Hour == 0 ? "영" : KoreanNumbers.Native(time.Hour > 12 ? time.Hour - 12 : time.Hour);
        var minute = time.Minute == 0 ? "" : $" {KoreanNumbers.Sino(time.Minute)} 분";
        return $"{(time.Hour < 12 ? "오전" : "오후")} {hour} 시{minute}";
    }

    public string Moment(DateOnly day, TimeOnly time) => $"{Day(day, ValueFormat.Usual)} {TimeOfDay(time)}";

    public string Data(string data, ValueFormat format) => format switch
    {
        ValueFormat.Digits => Spelling.Korean(data),
        ValueFormat.Phone => Spelling.KoreanPhone(data),
        _ => data,
    };

    public string List(IReadOnlyList<string> parts, ValueFormat format) => format switch
    {
        ValueFormat.Short => $"{parts[0]} 외 {KoreanNumbers.Native(parts.Count - 1)} 개",
        ValueFormat.Lines => string.Join(", ", parts),
        _ => KoreanLists.Join(parts, format, Modality.Speech),
    };

    // June and October have lost a consonant: 유월, 시월 (표준어 규정 해설, 한글 맞춤법 제52항).
    private static string Short(DateOnly day)
    {
        var month = day.Month switch { 6 => "유", 10 => "시", var other => KoreanNumbers.Sino(other) };
        return $"{month}월 {KoreanNumbers.Sino(day.Day)} 일";
    }
}
