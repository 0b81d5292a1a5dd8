using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ServiceBot.Bot.Desk.SignIn.OpenId;

/// <summary>A token of the provider's does not prove what it should.</summary>
internal sealed class OpenIdTokenException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The provider: where it is, and whether its tokens are true. Its keys are fetched again every day, and at once, but not more than once a minute, for a key that is not known.</summary>
internal sealed class OpenIdProvider(IHttpClientFactory clients, IOptions<OpenIdSettings> options, IHostEnvironment host, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenUnknown = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    // Keys by which the provider signs; a secret that we share with it (HS256), or none, is no signature of the provider's.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly SemaphoreSlim fetching = new(1, 1);
    private OpenIdConnectConfiguration? known;
    private DateTimeOffset fetched;
    private DateTimeOffset? fetchedForKey;

    /// <inheritdoc/>
    public void Dispose() => fetching.Dispose();

    /// <summary>Where the provider is.</summary>
    /// <exception cref="IOException">It was never reached, and cannot be now; or says that it is another.</exception>
    public Task<OpenIdConnectConfiguration> WhereAsync(CancellationToken cancellationToken) => WhereAsync(lacksKey: false, cancellationToken);

    /// <summary>Who signed in, by the provider's id token (OpenID Connect Core 1.0 §3.1.3.7).</summary>
    /// <param name="token">The token.</param>
    /// <param name="nonce">What was asked with; the token must hold the same.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="OpenIdTokenException">It is not the provider's, not for us, not for this sign-in, or over.</exception>
    /// <exception cref="IOException">The provider's keys cannot be fetched.</exception>
    public async Task<JsonWebToken> ReadAsync(string? token, string nonce, CancellationToken cancellationToken)
    {
        var read = await CheckAsync(token, cancellationToken);
        var held = read.TryGetPayloadValue("nonce", out string? found) && found is not null ? found : "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(held), Encoding.UTF8.GetBytes(nonce)) ? read : throw new OpenIdTokenException("The token is for another sign-in.");
    }

    /// <summary>Whose sessions are over, by the provider's logout token (OpenID Connect Back-Channel Logout 1.0 §2.6).</summary>
    /// <exception cref="OpenIdTokenException">It is not the provider's, not for us, no logout token, or over.</exception>
    /// <exception cref="IOException">The provider's keys cannot be fetched.</exception>
    public async Task<JsonWebToken> ReadLogoutAsync(string? token, CancellationToken cancellationToken)
    {
        var read = await CheckAsync(token, cancellationToken);
        return read.TryGetPayloadValue("events", out JsonElement events) && events.ValueKind == JsonValueKind.Object && events.TryGetProperty("http://schemas.openid.net/event/backchannel-logout", out _)
            && !read.TryGetPayloadValue("nonce", out string? _)
            ? read : throw new OpenIdTokenException("The token is no logout token.");
    }

    private async Task<OpenIdConnectConfiguration> WhereAsync(bool lacksKey, CancellationToken cancellationToken)
    {
        await fetching.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            var mayHaveNewKeys = lacksKey && !(now - fetchedForKey < BetweenUnknown);
            if (known is not null && now - fetched < Fresh && !mayHaveNewKeys) return known;
            if (lacksKey) fetchedForKey = now;
            known = await FetchAsync(cancellationToken) ?? known ?? throw new IOException($"The sign-in of '{options.Value.Authority}' cannot be reached.");
            fetched = now;
            return known;
        }
        finally
        {
            fetching.Release();
        }
    }

    // What was known is better than nothing: people sign in while the metadata cannot be reached for a while.
    private async Task<OpenIdConnectConfiguration?> FetchAsync(CancellationToken cancellationToken)
    {
        var authority = options.Value.Authority.TrimEnd('/');
        try
        {
            var documents = new HttpDocumentRetriever(clients.CreateClient(nameof(OpenIdProvider))) { RequireHttps = !host.IsDevelopment() };
            var found = await OpenIdConnectConfigurationRetriever.GetAsync($"{authority}/.well-known/openid-configuration", documents, cancellationToken);
            return found.Issuer?.TrimEnd('/') == authority ? found : throw new IOException($"'{authority}' says that it is '{found.Issuer}'.");
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or InvalidOperationException or ArgumentException or JsonException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)) // it took too long
        {
            return known is not null ? null : throw new IOException($"The sign-in of '{authority}' cannot be reached.", fault);
        }
    }

    private async Task<JsonWebToken> CheckAsync(string? token, CancellationToken cancellationToken)
    {
        var result = await ValidateAsync(token, await WhereAsync(cancellationToken));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have changed its keys.
            result = await ValidateAsync(token, await WhereAsync(lacksKey: true, cancellationToken));
        }
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read) throw new OpenIdTokenException("The token is not the provider's, not for this desk, or over.", result.Exception);
        if (string.IsNullOrEmpty(read.Subject)) throw new OpenIdTokenException("The token names nobody.");
        var isForOthersToo = read.Audiences.Skip(1).Any();
        var party = read.TryGetPayloadValue("azp", out string? azp) ? azp : null;
        return (party is null && !isForOthersToo) || party == options.Value.ClientId ? read : throw new OpenIdTokenException("The token was given to another program.");
    }

    private Task<TokenValidationResult> ValidateAsync(string? token, OpenIdConnectConfiguration provider) => Handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = options.Value.ClientId,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = provider.SigningKeys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => clock.GetUtcNow().UtcDateTime is var now && now < until + Skew && !(from - Skew > now),
    });
}
