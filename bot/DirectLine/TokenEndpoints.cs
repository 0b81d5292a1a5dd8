using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.BotFramework;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Tokens: made for another server that holds the secret, and refreshed for a client.</summary>
internal static class TokenEndpoints
{
    public static async Task<IResult> GenerateAsync(
        HttpRequest request, Callers callers, DirectLineTokens tokens, IOptions<DirectLineOptions> options, CancellationToken cancellationToken)
    {
        if (!callers.HasSecret(request))
            return request.Headers.Authorization.Count == 0 ? DirectLineError.Missing() : DirectLineError.Forbidden("Forbidden", "Only the holder of the secret may make tokens.");
        var (body, problem) = await ReadAsync(request, DirectLineJson.Default.TokenRequest, cancellationToken);
        if (problem is not null) return problem;
        if (body.User?.Id is { Length: > 0 } id && !IsServersOwn(id))
            return DirectLineError.BadArgument("'user.id' must begin with 'dl_' and hold at most 100 letters, digits, '-' and '_'.");
        if (body.TrustedOrigins?.Find(origin => !IsOrigin(origin)) is { } odd)
            return DirectLineError.BadArgument($"'trustedOrigins' must hold origins such as https://shop.example, but holds '{odd}'.");
        var grant = new Grant(
            Conversations.NewId(),
            body.User?.Id is { Length: > 0 } user ? user : Conversations.NewUser(),
            body.TrustedOrigins is { Count: > 0 } origins ? [.. origins] : [.. options.Value.TrustedOrigins]);
        return Answer(grant, tokens, options.Value, streamUrl: null, StatusCodes.Status200OK);
    }

    public static async Task<IResult> RefreshAsync(HttpRequest request, Callers callers, DirectLineTokens tokens, IOptions<DirectLineOptions> options)
    {
        var (grant, refusal) = await callers.CheckAsync(request, conversation: null);
        return grant is null ? refusal ?? DirectLineError.Missing() : Answer(grant, tokens, options.Value, streamUrl: null, StatusCodes.Status200OK);
    }

    /// <summary>What a client needs to go on: a fresh token, and where the stream is.</summary>
    public static IResult Answer(Grant grant, DirectLineTokens tokens, DirectLineOptions options, string? streamUrl, int status) =>
        TypedResults.Json(
            new ConversationOpened(grant.Conversation, tokens.Issue(Purpose.Client, grant, TimeSpan.FromMinutes(options.TokenMinutes)))
            {
                ExpiresIn = options.TokenMinutes * 60,
                StreamUrl = streamUrl,
                ReferenceGrammarId = streamUrl is null ? null : "servicebot",
            },
            DirectLineJson.Default.ConversationOpened,
            statusCode: status);

    /// <summary>Reads a small JSON body; none at all reads as an empty object.</summary>
    public static async Task<(T Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> json, CancellationToken cancellationToken) where T : class, new()
    {
        const int most = 16 * 1024;
        if (await RequestBody.ReadAsync(request, most, cancellationToken) is not { } bytes) return (new T(), DirectLineError.TooLarge(most));
        if (bytes.Length == 0) return (new T(), null);
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, json) is { } body ? (body, null) : (new T(), DirectLineError.BadArgument("The body must be a JSON object, but is null."));
        }
        catch (JsonException error)
        {
            return (new T(), DirectLineError.BadArgument($"The body is not valid at '{error.Path ?? "$"}'."));
        }
    }

    private static bool IsServersOwn(string id) =>
        id.StartsWith("dl_", StringComparison.Ordinal) && id.Length is > 3 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && string.Equals(text, uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
