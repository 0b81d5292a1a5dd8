using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.DirectLine;

/// <summary>Signed tokens: HS256 only, by a key of the ring that the token names.</summary>
internal sealed class DirectLineTokens(TokenKeys keys, TimeProvider clock)
{
    private const string Name = "servicebot";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>Makes a token.</summary>
    /// <param name="purpose">One of <see cref="Purpose"/>.</param>
    /// <param name="grant">What it allows.</param>
    /// <param name="life">How long.</param>
    public string Issue(string purpose, Grant grant, TimeSpan life)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["conv"] = grant.Conversation, ["purpose"] = purpose };
        if (!grant.Origins.IsEmpty) claims["origins"] = grant.Origins.ToArray();
        if (grant.User is { } user) claims["user"] = user;
        // Clients read theirs; one that stands in an address is kept twice for as long as its socket is open, and says no more than it must.
        if (purpose == Purpose.Client) (claims["bot"], claims["site"], claims["jti"]) = (Name, Name, RandomNumberGenerator.GetHexString(32, lowercase: true));
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            Issuer = Name,
            Audience = Name,
            NotBefore = purpose == Purpose.Stream ? null : now,
            IssuedAt = purpose == Purpose.Stream ? null : now,
            Expires = now + life,
            SigningCredentials = new SigningCredentials(keys.Newest(), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Reads a token.</summary>
    /// <returns>What it allows, or null where it is not good for this purpose now.</returns>
    public async Task<Grant?> ReadAsync(string purpose, string token)
    {
        if (token.Length > 4096) return null;
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Name,
            ValidAudience = Name,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeyResolver = (_, _, kid, _) => keys.Find(kid) is { } key ? [key] : [],
            LifetimeValidator = (from, until, _, _) => clock.GetUtcNow().UtcDateTime is var now && (from is null || from <= now.AddSeconds(5)) && now < until,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt) return null;
        if (!jwt.TryGetPayloadValue("purpose", out string? meant) || !string.Equals(meant, purpose, StringComparison.Ordinal)) return null;
        if (!jwt.TryGetPayloadValue("conv", out string? conversation) || string.IsNullOrEmpty(conversation)) return null;
        return new Grant(
            conversation,
            jwt.TryGetPayloadValue("user", out string? user) ? user : null,
            jwt.TryGetPayloadValue("origins", out JsonElement origins) && origins.ValueKind == JsonValueKind.Array
                ? [.. origins.EnumerateArray().Select(origin => origin.GetString() ?? "")] : ImmutableArray<string>.Empty);
    }
}
