namespace ServiceBot.Dialogs.Privacy;

/// <summary>Masks for values whose meaning is known by their place: names and addresses have no shape of their own, and a telephone number is shown in part.</summary>
public static class FieldMasks
{
    /// <summary>홍길동 as 홍*동, 홍길 as 홍*, Omar Anderson as O*** A***.</summary>
    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0) return name;
        if (name.Any(char.IsAsciiLetter)) return string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0] + "***"));
        return name.Length == 1 ? "*" : name.Length == 2 ? name[0] + "*" : name[0] + new string('*', name.Length - 2) + name[^1];
    }

    /// <summary>Cut after the road or quarter: 서울시 마포구 양화로 *** for 서울시 마포구 양화로 45 3층. Where none is named, nothing is left.</summary>
    public static string Address(string address) => UpToRoad(address) is { } shown ? $"{shown} ***" : "***";

    /// <summary>An address up to its road or quarter, as much of it as may be said or shown; null where none is named.</summary>
    public static string? UpToRoad(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var words = address.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = Array.FindIndex(words, EndsAtRoad);
        return last < 0 ? null : string.Join(' ', words[..(last + 1)]);
    }

    /// <summary>01012345678 as 010-****-5678; of any other number the last four digits are left.</summary>
    public static string Phone(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length < 8 ? "****" : digits.StartsWith("01", StringComparison.Ordinal) && digits.Length is 10 or 11 ? $"{digits[..3]}-****-{digits[^4..]}" : $"****-{digits[^4..]}";
    }

    /// <summary>hong@example.com as h***@example.com.</summary>
    public static string Email(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        var at = email.LastIndexOf('@');
        return at < 1 ? "***" : $"{email[0]}***{email[at..]}";
    }

    /// <summary>국민은행 12345601123456 as 국민은행 ****3456.</summary>
    public static string Account(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var bank = string.Concat(account.TakeWhile(sign => !char.IsAsciiDigit(sign))).TrimEnd();
        var digits = string.Concat(account.Where(char.IsAsciiDigit));
        var shown = digits.Length > 8 ? $"****{digits[^4..]}" : "****";
        return bank.Length == 0 ? shown : $"{bank} {shown}";
    }

    // Written as Koreans write it, or in Latin letters: 양화로, Yanghwa-ro.
    private static bool EndsAtRoad(string word) =>
        (word.Length > 1 && (word[^1] is '동' or '로' or '길' or '읍' or '면') && !char.IsAsciiDigit(word[^2]))
        || LatinRoads.Any(road => word.TrimEnd(',').EndsWith(road, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] LatinRoads = ["-ro", "-gil", "-daero", "-dong", "-eup", "-myeon"];
}
