using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.DirectLine;

/// <summary>
/// The back end of the chat page: gives it a token without any secret in the page. A cookie holds the conversation, so that a refresh or a
/// later visit goes on where it was left.
/// </summary>
internal static class PageEndpoint
{
    private const string Cookie = "servicebot_chat";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public static async Task<IResult> PostAsync(
        HttpRequest request, HttpResponse response, DirectLineTokens tokens, Addresses addresses, IOptions<DirectLineOptions> options, CancellationToken cancellationToken)
    {
        if (!IsOwnPage(request, addresses, options.Value)) return DirectLineError.Forbidden("Forbidden", "Only this server's own page may ask for this token.");
        var (body, problem) = await TokenEndpoints.ReadAsync(request, DirectLineJson.Default.PageRequest, cancellationToken);
        if (problem is not null) return problem;
        if (!ConversationEndpoints.IsLocale(body.Locale)) return DirectLineError.BadArgument($"'locale' must be a language tag such as ko-KR, but is '{body.Locale}'.");

        var before = request.Cookies[Cookie] is { Length: > 0 } cookie ? await tokens.ReadAsync(Purpose.Page, cookie) : null;
        var user = before?.User ?? Conversations.NewUser();
        var conversation = before is not null && !body.Restart ? before.Conversation : Conversations.NewId();
        Remember(request, response, tokens, new Grant(conversation, user, []));
        var grant = new Grant(conversation, user, [addresses.Origin(request)]);
        var token = tokens.Issue(Purpose.Client, grant, TimeSpan.FromMinutes(options.Value.TokenMinutes));
        return TypedResults.Json(new PageToken(token, conversation, user, body.Locale is { Length: > 0 } locale ? locale : Preferred(request)), DirectLineJson.Default.PageToken);
    }

    /// <summary>Lets the page find a conversation again.</summary>
    public static void Remember(HttpRequest request, HttpResponse response, DirectLineTokens tokens, Grant grant)
    {
        response.Cookies.Append(Cookie, tokens.Issue(Purpose.Page, grant, Remembered), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, Path = "/chat", MaxAge = Remembered, IsEssential = true,
        });
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Whether one of this server's own pages asks. Browsers send the origin with every POST; what sends none is no page.</summary>
    public static bool IsOwnPage(HttpRequest request, Addresses addresses, DirectLineOptions options) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
            ? string.Equals(origin, addresses.Origin(request), StringComparison.OrdinalIgnoreCase)
            : options.AllowWithoutOrigin ?? false;

    private static string Preferred(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en-US" : "ko-KR";
}
