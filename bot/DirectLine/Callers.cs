using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Who calls, and whether they may.</summary>
internal sealed class Callers(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    /// <summary>Whether the request bears the secret.</summary>
    public bool HasSecret(HttpRequest request) =>
        options.Value.Secret is { Length: > 0 } secret && Bearer(request) is { } given
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>What the bearer of the request's token may do.</summary>
    /// <param name="request">The request.</param>
    /// <param name="conversation">The conversation that the address names, or null where it names none.</param>
    /// <returns>The grant, or why it is refused.</returns>
    public async Task<(Grant? Grant, IResult? Refusal)> CheckAsync(HttpRequest request, string? conversation)
    {
        if (Bearer(request) is not { } given) return (null, DirectLineError.Missing());
        if (conversation is not null && HasSecret(request)) return (new Grant(conversation, null, []), null);
        return await CheckAsync(request, Purpose.Client, given, conversation);
    }

    /// <summary>What a token allows, wherever in the request it stood.</summary>
    public async Task<(Grant? Grant, IResult? Refusal)> CheckAsync(HttpRequest request, string purpose, string token, string? conversation)
    {
        if (await tokens.ReadAsync(purpose, token) is not { } grant)
            return (null, DirectLineError.Forbidden("TokenExpired", "The token is not valid, or no longer."));
        if (conversation is not null && !string.Equals(grant.Conversation, conversation, StringComparison.Ordinal))
            return (null, DirectLineError.Forbidden("Forbidden", "The token is for another conversation."));
        return MayComeFrom(request, grant) ? (grant, null) : (null, DirectLineError.Forbidden("Forbidden", "The token may not be used from this origin."));
    }

    // Browsers name the origin on every request across origins and on every WebSocket; on a read of their own origin they only say same-origin.
    private bool MayComeFrom(HttpRequest request, Grant grant)
    {
        if (grant.Origins.IsEmpty) return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? grant.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            : request.Headers["Sec-Fetch-Site"] == "same-origin" || (options.Value.AllowWithoutOrigin ?? false);
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header[7..].Trim() is { Length: > 0 } token ? token : null;
}
