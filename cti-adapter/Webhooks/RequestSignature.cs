using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>
/// <c>X-Twilio-Signature</c>: base64(HMAC-SHA1(auth token, address + each key and value)), keys in ordinal order, values decoded and untrimmed,
/// nothing in between (twilio.com/docs/usage/security). It holds no time, so a repeated request is no proof of a new event.
/// </summary>
public static class RequestSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>In the query of requests whose body is no form: the body's SHA-256 in hexadecimal, which the signature then covers.</summary>
    public const string BodyHash = "bodySHA256";

    /// <summary>Signs a request as Twilio does.</summary>
    /// <param name="authToken">The account's token.</param>
    /// <param name="url">The whole address as it is on the wire, percent-encoding and query untouched.</param>
    /// <param name="parameters">The decoded fields of a form; none for GET, JSON and the handshake of a WebSocket. Of a repeated key each distinct value counts once.</param>
    public static string Sign(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters) =>
        Convert.ToBase64String(Hash(authToken, url, Fields(parameters)));

    /// <summary>
    /// Whether the signature is that of one of the forms in which the same address is signed: as it is, without its port, with the scheme's own port,
    /// and with apostrophes encoded. Takes the same time wherever a difference lies.
    /// </summary>
    public static bool IsValid(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters, string signature)
    {
        var given = Encoding.UTF8.GetBytes(signature);
        var fields = Fields(parameters);
        var valid = false;
        foreach (var form in Forms(url))
            valid |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Convert.ToBase64String(Hash(authToken, form, fields))));
        return valid;
    }

    /// <summary>Whether a body is the one that the address vouches for: by its hash where there is one, and else only the fields of a form, which the signature covers itself.</summary>
    /// <param name="url">The address with its query.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="isForm">Whether it is form-encoded.</param>
    public static bool CoversBody(string url, ReadOnlySpan<byte> body, bool isForm)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal) is > 0 and var at ? QueryHelpers.ParseQuery(url[at..]) : [];
        if (!query.TryGetValue(BodyHash, out var hash)) return isForm || body.IsEmpty;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash.ToString().ToLowerInvariant()), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))));
    }

    private static byte[] Hash(string authToken, string url, string fields) =>
#pragma warning disable CA5350 // The protocol names SHA-1; as an HMAC it is not weakened by collisions.
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(url + fields));
#pragma warning restore CA5350

    private static string Fields(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var fields = new StringBuilder();
        foreach (var (key, value) in parameters.Distinct().OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal))
            fields.Append(key).Append(value);
        return fields.ToString();
    }

    private static IEnumerable<string> Forms(string url)
    {
        var ports = Ports(url).Distinct(StringComparer.Ordinal).ToArray();
        return [.. ports, .. ports.Where(form => form.Contains('\'', StringComparison.Ordinal)).Select(form => form.Replace("'", "%27", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Ports(string url)
    {
        yield return url;
        if (url.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var scheme)) yield break;
        var begin = scheme + 3;
        var end = url.AsSpan(begin).IndexOfAny('/', '?', '#') is >= 0 and var length ? begin + length : url.Length;
        var host = url.LastIndexOf('@', end - 1, end - begin) is >= 0 and var user ? user + 1 : begin;
        var colon = url.LastIndexOf(':', end - 1, end - host);
        // The colons of an IPv6 address stand within brackets.
        var isPort = colon >= 0 && !url.AsSpan(colon, end - colon).Contains(']');
        var bare = isPort ? url[..colon] : url[..end];
        yield return bare + url[end..];
        var standard = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("wss:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        if (!isPort) yield return bare + standard + url[end..];
    }
}
