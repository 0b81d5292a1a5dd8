using System.Text.RegularExpressions;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Understanding.Recognizers;

/// <summary>Postcodes: named as such, of British shape, or five digits where one is waited for.</summary>
internal static partial class Postcodes
{
    public static void Find(EntityScan scan)
    {
        if (!scan.HasDigit) return;
        foreach (Match match in Named().Matches(scan.Text)) Claim(scan, match.Groups["code"]);
        foreach (var match in British().EnumerateMatches(scan.Text))
            scan.Claim(EntityType.Postcode, match.Index, match.Index + match.Length, scan.Text.Substring(match.Index, match.Length).ToUpperInvariant());
        foreach (Match match in AfterState().Matches(scan.Text)) Claim(scan, match.Groups["code"]);
        if (!scan.Expects(ExpectedKind.Postcode) && !scan.Expects(ExpectedKind.Identity) && !scan.Expects(ExpectedKind.Address)) return;
        foreach (Match match in FiveDigits().Matches(scan.Text)) Claim(scan, match.Groups["code"]);
    }

    private static void Claim(EntityScan scan, Group code) => scan.Claim(EntityType.Postcode, code.Index, code.Index + code.Length, code.Value.ToUpperInvariant());

    [GeneratedRegex(@"(?:우편 ?번호|zip ?code|zip|post ?code|postal code)(?: ?(?:는|은|:|is|=|number is))?(?: ?,)? {0,2}(?<code>\d{5})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![A-Za-z0-9#-])[A-Za-z]{1,2}\d[A-Za-z\d]? \d[A-Za-z]{2}(?![A-Za-z0-9])")]
    private static partial Regex British();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Z]{2},? (?<code>\d{5})(?:-\d{4})?(?![\d-])")]
    private static partial Regex AfterState();

    [GeneratedRegex(@"(?<![\w#.-])(?<code>\d{5})(?:-\d{4})?(?![\d-]|[A-Za-z]|,\d|원| ?원)")]
    private static partial Regex FiveDigits();
}
