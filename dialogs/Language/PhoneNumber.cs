namespace ServiceBot.Dialogs.Language;

/// <summary>Telephone numbers in the groups in which they are written down.</summary>
internal static class PhoneNumber
{
    /// <summary>010-1234-5678, 02-123-4567, 1588-1234; a number with separators or letters of its own, or of another country, stays as it is.</summary>
    public static string Written(string data) => string.Join('-', Groups(data) is [_, ..] groups && IsPlain(data) ? groups : [data]);

    /// <summary>The groups of digits; what is masked is left out.</summary>
    public static IReadOnlyList<string> Groups(string data)
    {
        var number = data.StartsWith("+82", StringComparison.Ordinal) ? "0" + data[3..].TrimStart('-', ' ', '0') : data;
        if (!IsPlain(number)) return number.Split(['-', ' ', '.', '(', ')', '+', '*'], StringSplitOptions.RemoveEmptyEntries);
        return number switch
        {
            ['0', '2', ..] when number.Length is 9 or 10 => Split(number, 2),
            ['0', ..] when number.Length is 10 or 11 => Split(number, 3),
            _ when number.Length == 8 => [number[..4], number[4..]],
            _ => Spelling.Chunks(number),
        };
    }

    private static string[] Split(string number, int area) => [number[..area], number[area..^4], number[^4..]];

    private static bool IsPlain(string number) => number.Length > 0 && number.All(char.IsAsciiDigit);
}
