using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Bot.Shop.Payments;

/// <summary>How a callback is signed: <c>t=SECONDS,v1=HEX</c>, the HMAC-SHA256 of <c>SECONDS.BODY</c>, as Stripe does it.</summary>
internal static class CallbackSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Payments-Signature";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Whether the body was signed with the secret, and not long ago.</summary>
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = (header ?? "").Split(',');
        if (parts is not [['t', '=', .. var time], ['v', '1', '=', .. var signature]]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799) return false;
        var expected = Encoding.ASCII.GetBytes(Sign(seconds, body, secret));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;
    }

    private static string Sign(long seconds, ReadOnlySpan<byte> body, string secret)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.")), .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
