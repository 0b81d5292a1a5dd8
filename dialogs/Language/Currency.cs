using System.Collections.Frozen;
using System.Globalization;

namespace ServiceBot.Dialogs.Language;

/// <summary>What is said of a currency. An amount in one that is not listed is shown with its ISO 4217 code and two decimals.</summary>
/// <param name="Symbol">Written before the digits.</param>
/// <param name="Decimals">Digits of the minor unit, ISO 4217.</param>
/// <param name="Korean">The unit as Koreans say it.</param>
/// <param name="KoreanMinor">The minor unit as Koreans say it.</param>
/// <param name="One">One unit in English.</param>
/// <param name="Many">Several units.</param>
/// <param name="OneMinor">One minor unit.</param>
/// <param name="ManyMinor">Several minor units.</param>
internal sealed record Currency(string Symbol, int Decimals, string Korean, string KoreanMinor, string One, string Many, string OneMinor, string ManyMinor)
{
    private static readonly FrozenDictionary<string, Currency> Known = new Dictionary<string, Currency>(StringComparer.Ordinal)
    {
        ["KRW"] = new("₩", 0, "원", "", "won", "won", "", ""),
        ["USD"] = new("$", 2, "달러", "센트", "dollar", "dollars", "cent", "cents"),
        ["EUR"] = new("€", 2, "유로", "센트", "euro", "euros", "cent", "cents"),
        ["GBP"] = new("£", 2, "파운드", "펜스", "pound", "pounds", "penny", "pence"),
        ["JPY"] = new("¥", 0, "엔", "", "yen", "yen", "", ""),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Currency Of(string code) =>
        Known.TryGetValue(code, out var currency) ? currency : new(code + " ", 2, code, "센트", code, code, "cent", "cents");

    /// <summary>The amount in whole units and minor units, both without sign.</summary>
    public (ulong Whole, ulong Minor) Split(long amount)
    {
        var size = (ulong)Math.Pow(10, Decimals);
        var absolute = amount < 0 ? (ulong)-(amount + 1) + 1 : (ulong)amount;
        return (absolute / size, absolute % size);
    }

    /// <summary>With symbol and digits, without decimals where there are none: $47.84, £32, ₩35,000, -$5.</summary>
    public string Written(long amount)
    {
        var (whole, minor) = Split(amount);
        var digits = whole.ToString("N0", CultureInfo.InvariantCulture);
        var decimals = minor == 0 ? "" : "." + minor.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0');
        return $"{(amount < 0 ? "-" : "")}{Symbol}{digits}{decimals}";
    }
}
