namespace ServiceBot.Dialogs.Language;

/// <summary>The formats that a placeholder may name after a colon; docs/wording.md shows each. One that does not fit its value leaves the value's usual form.</summary>
internal enum ValueFormat
{
    /// <summary>The usual form of the value's type; no format is written.</summary>
    Usual,
    /// <summary>A number of things, with the counting word after it: 2개, heard as 두 개.</summary>
    Native,
    /// <summary>A place in a row: 두 번째, second.</summary>
    Ordinal,
    /// <summary>Digit by digit and letter by letter: R-20417, heard as 알 이 공 사 일 칠.</summary>
    Digits,
    /// <summary>A telephone number in groups.</summary>
    Phone,
    /// <summary>A day without its weekday; a list by its first and how many more.</summary>
    Short,
    /// <summary>A day with its year.</summary>
    Full,
    /// <summary>The weekday alone.</summary>
    Weekday,
    /// <summary>Of a moment, the day.</summary>
    Date,
    /// <summary>Of a moment, the time of day.</summary>
    Time,
    /// <summary>A list whose parts are alternatives.</summary>
    Or,
    /// <summary>A list with a line for each part.</summary>
    Lines,
}

/// <summary>The formats' names in books.</summary>
internal static class ValueFormats
{
    /// <summary>As books write them, for errors.</summary>
    public static string Names { get; } = string.Join(", ", Enum.GetNames<ValueFormat>().Skip(1).Select(name => name.ToLowerInvariant()));

    public static ValueFormat? Parse(ReadOnlySpan<char> name) => name switch
    {
        "native" => ValueFormat.Native,
        "ordinal" => ValueFormat.Ordinal,
        "digits" => ValueFormat.Digits,
        "phone" => ValueFormat.Phone,
        "short" => ValueFormat.Short,
        "full" => ValueFormat.Full,
        "weekday" => ValueFormat.Weekday,
        "date" => ValueFormat.Date,
        "time" => ValueFormat.Time,
        "or" => ValueFormat.Or,
        "lines" => ValueFormat.Lines,
        _ => null,
    };
}
