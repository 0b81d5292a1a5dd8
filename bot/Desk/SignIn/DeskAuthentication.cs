using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Desk.SignIn;

/// <summary>The one way in, for pages and sockets alike: the session of the cookie, looked up on every request.</summary>
internal sealed class DeskAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Desk";
    public const string Cookie = "servicebot-desk";

    /// <summary>The cookie: no script reads it, no other site sends it, and nothing but the desk gets it. It lasts by the browser's own clock, which need not be ours.</summary>
    public static CookieOptions CookieFor(HttpRequest request, TimeSpan? lasts) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/desk", MaxAge = lasts, IsEssential = true,
    };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Cookie] is not { Length: > 0 and <= 100 } token) return AuthenticateResult.NoResult();
        return await sessions.FindAsync(token, Context.RequestAborted) is { } user
            ? AuthenticateResult.Success(new AuthenticationTicket(user.ToPrincipal(Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("The session is over.");
    }
}
