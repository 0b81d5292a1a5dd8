using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ServiceBot.CtiAdapter.Calls;

/// <summary>Callers' numbers, which identify nobody: some are withheld, some belong to a whole company, and any can be forged.</summary>
internal sealed class CallerKey(IOptions<TwilioOptions> options)
{
    // What stands for a withheld number: these words on a telephone's keypad (ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE).
    private static readonly HashSet<string> Withheld = new(["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"], StringComparer.Ordinal);

    /// <summary>A telephone number that somebody could be called back under: + and 7 to 15 digits, and none that stands for a withheld one.</summary>
    public static bool IsNumber(string from) =>
        from is ['+', .. { Length: >= 7 and <= 15 } digits] && digits.All(char.IsAsciiDigit) && !Withheld.Contains(from);

    /// <summary>The number that somebody in Korea dials so: with its 0, or with 00 and the country; null where it is none.</summary>
    public static string? Dialled(string digits) => digits switch
    {
        ['0', '0', .. { Length: >= 8 and <= 15 } abroad] => $"+{abroad}",
        ['0', >= '1' and <= '9', ..] when digits.Length is >= 9 and <= 11 => $"+82{digits[1..]}",
        _ => null,
    };

    /// <summary>The key under which a number is remembered, from which nobody reads the number; null where it is withheld or none. A new token forgets them all.</summary>
    public string? Of(string from) => IsNumber(from)
        ? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.AuthTokens[^1]), Encoding.UTF8.GetBytes($"caller:{from}")))[..32]
        : null;
}
