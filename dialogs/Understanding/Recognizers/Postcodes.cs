using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Postcodes: named as such, of British shape, or five digits where one is waited for.</summary>
internal static partial class Postcodes
{
    public static void Find(EntityScan scan)
    {
        FindSpoken(scan);
        if (!scan.HasDigit) return;
        foreach (Match match in Named().Matches(scan.Text)) Claim(scan, match.Groups["code"]);
        foreach (var match in British().EnumerateMatches(scan.Text))
            scan.Claim(EntityType.Postcode, match.Index, match.Index + match.Length, scan.Text.Substring(match.Index, match.Length).ToUpperInvariant());
        foreach (Match match in AfterState().Matches(scan.Text)) Claim(scan, match.Groups["code"]);
        if (!scan.Expects(ExpectedKind.Postcode) && !scan.Expects(ExpectedKind.Identity) && !scan.Expects(ExpectedKind.Address)) return;
        foreach (Match match in FiveDigits().Matches(scan.Text)) Claim(scan, match.Groups["code"]);
    }

    // 공사오이사, "oh four five two four": named as a postcode, or alone where one is waited for.
    private static void FindSpoken(EntityScan scan)
    {
        var isWanted = scan.Expects(ExpectedKind.Postcode) || scan.Expects(ExpectedKind.Identity) || scan.Expects(ExpectedKind.Address);
        foreach (Match match in Spoken().Matches(scan.Text))
            if ((isWanted || match.Groups["name"].Success) && SpokenDigits.Read(match.Groups["code"].Value.TrimEnd()) is { Length: 5 } code)
                scan.Claim(EntityType.Postcode, match.Groups["code"].Index, match.Groups["code"].Index + match.Groups["code"].Length, code);
        foreach (Match match in SpokenInEnglish().Matches(scan.Text))
            if ((isWanted || match.Groups["name"].Success) && SpokenDigits.ReadEnglish(match.Groups["code"].Value) is { Length: 5 } code)
                scan.Claim(EntityType.Postcode, match.Groups["code"].Index, match.Groups["code"].Index + match.Groups["code"].Length, code);
    }

    private static void Claim(EntityScan scan, Group code) => scan.Claim(EntityType.Postcode, code.Index, code.Index + code.Length, code.Value.ToUpperInvariant());

    [GeneratedRegex(@"(?:우편 ?번호|zip ?code|zip|post ?code|postal code)(?: ?(?:는|은|:|is|=|number is))?(?: ?,)? {0,2}(?<code>\d{5})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<name>우편 ?번호(?:는|은)? ?)?(?<![영공일이삼사오육륙칠팔구])(?<code>(?:[영공일이삼사오육륙칠팔구] ?){5})(?=이?에요|예요|입니다|이?고|요|[^가-힣]|$)")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(?<name>(?:zip ?code|zip|post ?code|postal code)(?: (?:is|number is))?[:,]? )?(?<![A-Za-z])(?<code>" + SpokenDigits.EnglishDigit + "(?:[ ,-]{1,2}" + SpokenDigits.EnglishDigit + "){2,4})(?![A-Za-z])(?![ ,-]{1,2}" + SpokenDigits.EnglishDigit + "(?![A-Za-z]))", RegexOptions.IgnoreCase)]
    private static partial Regex SpokenInEnglish();

    [GeneratedRegex(@"(?<![A-Za-z0-9#-])[A-Za-z]{1,2}\d[A-Za-z\d]? \d[A-Za-z]{2}(?![A-Za-z0-9])")]
    private static partial Regex British();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Z]{2},? (?<code>\d{5})(?:-\d{4})?(?![\d-])")]
    private static partial Regex AfterState();

    [GeneratedRegex(@"(?<![\w#.-])(?<code>\d{5})(?:-\d{4})?(?![\d-]|[A-Za-z]|,\d|원| ?원)")]
    private static partial Regex FiveDigits();
}
