using System.Globalization;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Starting a conversation, and coming back to it.</summary>
internal static class ConversationEndpoints
{
    public static async Task<IResult> StartAsync(
        HttpRequest request, Callers callers, Conversations conversations, Addresses addresses, DirectLineTokens tokens, IOptions<DirectLineOptions> options,
        CancellationToken cancellationToken)
    {
        var (body, problem) = await TokenEndpoints.ReadAsync(request, DirectLineJson.Default.TokenRequest, cancellationToken);
        if (problem is not null) return problem;
        if (!IsLocale(body.Locale)) return DirectLineError.BadArgument($"'locale' must be a language tag such as ko-KR, but is '{body.Locale}'.");
        Grant? grant;
        if (callers.HasSecret(request))
        {
            grant = new Grant(Conversations.NewId(), body.User?.Id is { Length: > 0 and <= 100 } user ? user : Conversations.NewUser(), []);
        }
        else
        {
            (grant, var refusal) = await callers.CheckAsync(request, conversation: null);
            if (grant is null) return refusal ?? DirectLineError.Missing();
        }
        var isNew = await conversations.OpenAsync(grant.Conversation, grant.User, body.Locale);
        return TokenEndpoints.Answer(grant, tokens, options.Value, addresses.Stream(request, grant, 0), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    public static async Task<IResult> ReconnectAsync(
        string id, string? watermark, HttpRequest request, Callers callers, Conversations conversations, Addresses addresses, DirectLineTokens tokens,
        IOptions<DirectLineOptions> options, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await callers.CheckAsync(request, id);
        if (grant is null) return refusal ?? DirectLineError.Missing();
        if (Watermark(watermark) is not { } after) return OddWatermark(watermark);
        if (!await conversations.ExistsAsync(id, cancellationToken)) return DirectLineError.NotFound();
        return TokenEndpoints.Answer(grant, tokens, options.Value, addresses.Stream(request, grant, after), StatusCodes.Status200OK);
    }

    public static async Task<IResult> SessionAsync(HttpRequest request, Callers callers)
    {
        var (grant, refusal) = await callers.CheckAsync(request, conversation: null);
        return grant is null
            ? refusal ?? DirectLineError.Missing()
            : TypedResults.Json(new SessionId(System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true)), DirectLineJson.Default.SessionId);
    }

    /// <summary>A watermark as a place in the log; the beginning where it is empty; null where it is none of ours.</summary>
    public static long? Watermark(string? text) =>
        string.IsNullOrEmpty(text) ? 0 : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : null;

    public static IResult OddWatermark(string? text) => DirectLineError.BadArgument($"'watermark' must be one that this server gave, but is '{text}'.");

    /// <summary>Whether it is a language tag, or none.</summary>
    public static bool IsLocale(string? locale) =>
        string.IsNullOrEmpty(locale) || (locale.Length <= 35 && locale.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
