using System.Collections.Immutable;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.BotFramework.Authentication;

/// <summary>
/// Whether a request comes from a channel, by the rules of the Bot Connector: one issuer, our own id as audience, RSA only, five minutes of
/// skew, and a key that is endorsed for the channel. Tokens of skills and of the emulator are not taken.
/// </summary>
internal sealed class ChannelAuthentication(ChannelKeys keys, IOptions<BotFrameworkOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Checks the token of a request; its body is not needed for that.</summary>
    /// <returns>What the token proves, or null where it proves nothing.</returns>
    /// <exception cref="IOException">The issuer's keys were never seen and cannot be fetched now.</exception>
    public async Task<ChannelProof?> CheckAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!options.Value.Authenticates) return ChannelProof.NotAsked;
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            || Read(header.Parameter) is not { Kid: { Length: > 0 } kid } unverified
            || await keys.FindAsync(kid, cancellationToken) is not { } key)
            return null;
        var result = await Handler.ValidateTokenAsync(unverified, new TokenValidationParameters
        {
            ValidIssuer = options.Value.Issuer,
            ValidAudience = options.Value.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            IssuerSigningKey = key.Key,
            RequireSignedTokens = true,
            LifetimeValidator = IsWithin,
        });
        return result.IsValid && unverified.TryGetPayloadValue("serviceurl", out string? serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
            ? new ChannelProof(serviceUrl, key.Endorsements) : null;
    }

    private bool IsWithin(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters) =>
        clock.GetUtcNow().UtcDateTime is var now && until is { } end && now < end + Skew && (from is not { } start || start - Skew <= now);

    private static JsonWebToken? Read(string? token)
    {
        if (token is null || token.Length > 16 * 1024 || !Handler.CanReadToken(token)) return null;
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException) // three parts, and yet no token
        {
            return null;
        }
    }
}

/// <summary>What a channel's token proves.</summary>
/// <param name="ServiceUrl">The only address at which this channel may be answered; null where nobody was asked for proof.</param>
/// <param name="Endorsements">The channels that the key may speak for.</param>
internal sealed record ChannelProof(string? ServiceUrl, ImmutableArray<string> Endorsements)
{
    /// <summary>Authentication is switched off.</summary>
    public static ChannelProof NotAsked { get; } = new(null, []);

    /// <summary>Whether the activity comes from where the token says.</summary>
    public bool Covers(Activity activity) =>
        ServiceUrl is null
        || (string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            && (string.IsNullOrEmpty(activity.ChannelId) || Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal)));
}
