using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>E-mail addresses and telephone numbers.</summary>
internal static partial class Contacts
{
    public static void FindEmails(EntityScan scan)
    {
        if (scan.Text.Contains('@', StringComparison.Ordinal))
            foreach (var match in EmailPattern().EnumerateMatches(scan.Text))
                scan.Claim(EntityType.Email, match.Index, match.Index + match.Length, scan.Text.Substring(match.Index, match.Length).ToLowerInvariant());
        if (!scan.Expects(ExpectedKind.Email) && !scan.Expects(ExpectedKind.Identity)) return;
        // Spoken: "omar dot anderson at example dot com", "하늘 골뱅이 네이버 닷컴" needs no more than the words for the signs.
        var spoken = SpokenEmail().Match(scan.Text);
        if (spoken.Success)
            scan.Claim(EntityType.Email, spoken.Index, spoken.Index + spoken.Length, SpokenAt().Replace(SpokenDot().Replace(spoken.Value, "."), "@").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
    }

    public static void FindPhones(EntityScan scan)
    {
        if (scan.HasDigit)
            foreach (var match in PhonePattern().EnumerateMatches(scan.Text)) Claim(scan, match.Index, match.Length);
        foreach (var match in SpokenPhone().EnumerateMatches(scan.Text))
            if (SpokenDigits.Read(scan.Text.AsSpan(match.Index, match.Length)) is { Length: >= 9 and <= 11 } digits)
                scan.Claim(EntityType.Phone, match.Index, match.Index + match.Length, digits);
        foreach (var match in SpokenPhoneInEnglish().EnumerateMatches(scan.Text))
            if (SpokenDigits.ReadEnglish(scan.Text.Substring(match.Index, match.Length)) is { Length: 10 or 11 } digits)
                scan.Claim(EntityType.Phone, match.Index, match.Index + match.Length, digits);
    }

    /// <summary>Digits of any grouping, where a telephone number was asked for and nothing else claims them.</summary>
    public static void FindAnyPhone(EntityScan scan)
    {
        if (!scan.HasDigit || !scan.Expects(ExpectedKind.Phone)) return;
        foreach (var match in AnyPhone().EnumerateMatches(scan.Text)) Claim(scan, match.Index, match.Length);
    }

    private static void Claim(EntityScan scan, int start, int length)
    {
        var digits = new StringBuilder(length);
        foreach (var c in scan.Text.AsSpan(start, length))
            if (char.IsAsciiDigit(c)) digits.Append(c);
        var value = digits.ToString();
        var isForeign = scan.Text[start] == '+';
        if (value.StartsWith("82", StringComparison.Ordinal) && (isForeign || value.Length >= 11))
            value = string.Create(CultureInfo.InvariantCulture, $"0{value[2..].TrimStart('0')}");
        else if (value.Length == 11 && value[0] == '1' && (isForeign || scan.Text[start..(start + length)].Contains('(', StringComparison.Ordinal)))
            value = value[1..];
        scan.Claim(EntityType.Phone, start, start + length, value);
    }

    [GeneratedRegex(@"(?<![\w.+-])[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9-])")]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"(?<![\w.-])[A-Za-z0-9]{1,30}(?: (?:dot|\.) [A-Za-z0-9]{1,30}){0,3} (?:at|골뱅이) [A-Za-z0-9]{1,30}(?: (?:dot|점|닷) ?[A-Za-z]{2,10}){1,3}(?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenEmail();

    [GeneratedRegex(@" (?:dot|점|닷|\.) ?", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenDot();

    [GeneratedRegex(@" (?:at|골뱅이) ", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenAt();

    [GeneratedRegex(@"(?<![A-Za-z0-9#-])(?:\+82[ -]?\(?0?\)?[ -]?(?:1[016789]|2|[3-6][1-5]|70)[ -]?\d{3,4}[ -]?\d{4}|01[016789][ .-]?\d{3,4}[ .-]?\d{4}|0(?:2|[3-6][1-5]|70|50\d?)[ .)-]{1,2}\d{3,4}[ .-]?\d{4}|1[56689]\d{2}-\d{4}|\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}|(?:1[ .-])?\(\d{3}\) ?\d{3}[ .-]?\d{4}|(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4})(?![A-Za-z0-9-])")]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"(?<![\w#])\+?\d[\d ().-]{6,18}\d(?!\w)")]
    private static partial Regex AnyPhone();

    [GeneratedRegex(@"(?<![가-힣])(?:공일[공일영육칠팔구]|영일[공일영육칠팔구])(?:[ -]?(?:공|영|일|이|삼|사|오|육|륙|칠|팔|구|\d)){7,8}")]
    private static partial Regex SpokenPhone();

    [GeneratedRegex("(?<![A-Za-z])(?:zero|oh|o)[ ,-]{1,2}one(?:[ ,-]{1,2}" + SpokenDigits.EnglishDigit + "){5,9}(?![A-Za-z])(?![ ,-]{1,2}" + SpokenDigits.EnglishDigit + "(?![A-Za-z]))", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenPhoneInEnglish();
}
