using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>Tells Twilio's requests from everybody else's.</summary>
internal sealed class SignatureCheck(IOptions<TwilioOptions> options)
{
    // Far more than any of its requests; whoever sends more is not Twilio.
    private const int LargestBody = 64 * 1024;

    /// <summary>Reads a request and checks its signature, its body and its account.</summary>
    /// <returns>What it says, or null where it is not Twilio's or not for us.</returns>
    public async Task<SignedRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers[RequestSignature.Header].ToString() is not { Length: > 0 } signature) return null;
        if (await BodyAsync(request, cancellationToken) is not { } body) return null;
        var isForm = request.HasFormContentType;
        var form = isForm ? FormOf(Encoding.UTF8.GetString(body)) : [];
        var query = FormOf(request.QueryString.HasValue ? request.QueryString.Value[1..] : "");
        var said = HttpMethods.IsPost(request.Method) ? form : query;
        if (!Addresses(request).Any(url => IsSigned(url, form, signature) && RequestSignature.CoversBody(url, body, isForm))) return null;

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in said) fields[name] = value;
        var ours = options.Value.AccountSid;
        return ours.Length > 0 && fields.TryGetValue("AccountSid", out var account) && account != ours ? null : new SignedRequest(fields);
    }

    private bool IsSigned(string url, List<KeyValuePair<string, string>> form, string signature)
    {
        var signed = false;
        foreach (var token in options.Value.AuthTokens) signed |= RequestSignature.IsValid(token, url, form, signature);
        return signed;
    }

    // The target as it came: its encoding and its order are part of what was signed.
    private IEnumerable<string> Addresses(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var address = (options.Value.PublicBaseUrl is { Length: > 0 } known ? known : $"{request.Scheme}://{request.Host}") + target;
        yield return address;
        if (request.HttpContext.WebSockets.IsWebSocketRequest && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)) yield return "ws" + address[4..];
    }

    private static List<KeyValuePair<string, string>> FormOf(string text)
    {
        var fields = new List<KeyValuePair<string, string>>();
        // The body's size bounds all of this; a limit of the reader's own would throw where 403 is the answer.
        using var reader = new FormReader(text) { ValueCountLimit = LargestBody, KeyLengthLimit = LargestBody, ValueLengthLimit = LargestBody };
        while (reader.ReadNextPair() is { } field) fields.Add(field);
        return fields;
    }

    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody) return null;
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > LargestBody) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
