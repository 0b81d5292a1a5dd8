namespace ServiceBot.Bot.Shop.Rows;

/// <summary>The forms in which personal details are compared: stored beside the original, so that a search is an equality on an index.</summary>
internal static class SearchForms
{
    /// <summary>A name without case and spaces.</summary>
    public static string? Name(string? name) => Kept(name?.Where(letter => !char.IsWhiteSpace(letter)))?.ToLowerInvariant();

    /// <summary>A telephone number as digits, a Korean country code written as the leading zero.</summary>
    public static string? Phone(string? phone)
    {
        var digits = Kept(phone?.Where(char.IsAsciiDigit));
        return digits is not null && digits.StartsWith("82", StringComparison.Ordinal) && digits.Length >= 11 ? string.Concat("0", digits.AsSpan(2).TrimStart('0')) : digits;
    }

    /// <summary>An e-mail address in lower case.</summary>
    public static string? Email(string? email) => Kept(email?.Trim())?.ToLowerInvariant();

    /// <summary>An order number as its letters and digits, in capitals: #W6067464 and w6067464 are the same.</summary>
    public static string? OrderNumber(string? number) => Kept(number?.Where(char.IsLetterOrDigit))?.ToUpperInvariant();

    private static string? Kept(IEnumerable<char>? letters) =>
        letters is null || string.Concat(letters) is not { Length: > 0 } text ? null : text;
}
