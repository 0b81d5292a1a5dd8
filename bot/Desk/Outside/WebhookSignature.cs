using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Bot.Desk.Outside;

/// <summary>
/// How webhooks are signed, both ways, as the Standard Webhooks specification has it: <c>webhook-id</c>, <c>webhook-timestamp</c> (Unix seconds) and
/// <c>webhook-signature</c>, which holds one or several <c>v1,BASE64</c> with spaces between them, each the HMAC-SHA256 of <c>ID.TIMESTAMP.BODY</c>.
/// </summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    private const string Version = "v1,";
    private const int LongestId = 200;
    private const int MostSignatures = 8;

    /// <summary>How far the sender's clock may be from ours; what is older is a recording.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Signs a request with every secret.</summary>
    public static void Sign(HttpRequestMessage request, string id, ReadOnlySpan<byte> body, IEnumerable<string> secrets, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Signed(id, timestamp, body);
        request.Headers.Add(IdHeader, id);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, string.Join(' ', secrets.Select(secret => Version + Convert.ToBase64String(Mac(signed, secret)))));
    }

    /// <summary>The id of a request that one of the secrets signed a short while ago; null for any other. It takes the same time whatever is wrong with a signature.</summary>
    public static string? IdOf(IHeaderDictionary headers, ReadOnlySpan<byte> body, IEnumerable<string> secrets, DateTimeOffset now)
    {
        if (headers[IdHeader] is not [{ Length: > 0 and <= LongestId } id] || headers[TimestampHeader] is not [{ } timestamp] || headers[SignatureHeader] is not [{ } signatures]) return null;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds) return null;
        var signed = Signed(id, timestamp, body);
        var isValid = false;
        foreach (var secret in secrets)
        {
            var expected = Mac(signed, secret);
            foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostSignatures))
                isValid |= signature.StartsWith(Version, StringComparison.Ordinal) && CryptographicOperations.FixedTimeEquals(expected, Decoded(signature[Version.Length..]));
        }
        return isValid ? id : null;
    }

    private static byte[] Signed(string id, string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];

    private static byte[] Mac(byte[] signed, string secret) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);

    private static byte[] Decoded(string base64)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length == bytes.Length ? bytes : [];
    }
}
