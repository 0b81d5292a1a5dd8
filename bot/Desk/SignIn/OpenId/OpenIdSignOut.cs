using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Desk.SignIn.OpenId;

/// <summary>
/// Whoever signed in by the provider signs out there too (OpenID Connect RP-Initiated Logout 1.0): the page is told where to go on. The provider's id token, by which it
/// knows whose session is meant, lies sealed with the browser meanwhile.
/// </summary>
internal sealed partial class OpenIdSignOut(OpenIdProvider provider, DocumentSeal seal, IOptions<OpenIdSettings> settings, ILogger<OpenIdSignOut> logger)
{
    private const string Cookie = "servicebot-desk-openid";
    private const string None = "-";
    // Nothing but the end of the session is sent it.
    private const string CookiePath = "/desk/api/session/end";
    // Browsers keep cookies of 4096 bytes; of a greater token the provider asks whether it is meant.
    private const int LongestKept = 3_500;

    /// <summary>Keeps what the provider wants to see again.</summary>
    public void Remember(HttpContext http, string? idToken, TimeSpan lasts)
    {
        var kept = string.IsNullOrEmpty(idToken) ? None : WebEncoders.Base64UrlEncode(seal.Seal(Encoding.UTF8.GetBytes(idToken)));
        http.Response.Cookies.Append(Cookie, kept.Length > LongestKept ? None : kept, CookieFor(http.Request, lasts));
    }

    /// <summary>Where the browser goes to sign out at the provider; null where it has not signed in there, the provider offers none, or cannot be reached.</summary>
    public async Task<string?> NextAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Cookies[Cookie] is not { } kept || !settings.Value.IsThere) return null;
        http.Response.Cookies.Delete(Cookie, CookieFor(http.Request, null));
        try
        {
            if ((await provider.WhereAsync(cancellationToken)).EndSessionEndpoint is not { Length: > 0 } end) return null;
            var request = http.Request;
            return QueryHelpers.AddQueryString(end, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["id_token_hint"] = Open(kept), ["client_id"] = settings.Value.ClientId, ["post_logout_redirect_uri"] = $"{request.Scheme}://{request.Host}{request.PathBase}/desk",
            }.Where(pair => pair.Value is not null));
        }
        catch (IOException fault)
        {
            Log.NotReached(logger, fault);
            return null;
        }
    }

    private string? Open(string kept)
    {
        try
        {
            if (kept == None) return null;
            var held = WebEncoders.Base64UrlDecode(kept);
            return DocumentSeal.IsSealed(held) ? Encoding.UTF8.GetString(seal.Open(held).Span) : null;
        }
        catch (Exception fault) when (fault is SealException or FormatException or CryptographicException)
        {
            return null; // another key, or another's work: the provider asks whom it is about
        }
    }

    private static CookieOptions CookieFor(HttpRequest request, TimeSpan? lasts)
    {
        var options = DeskAuthentication.CookieFor(request, lasts);
        options.Path = CookiePath;
        return options;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Somebody signed out here, but not at the company's provider, which cannot be reached.")]
        public static partial void NotReached(ILogger logger, Exception fault);
    }
}
