using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace ServiceBot.Bot.Desk.SignIn.OpenId;

/// <summary>
/// The code flow with PKCE on the framework's OAuth handler, which keeps state, verifier and the browser that began together; what is OpenID Connect's own
/// is added here: the provider's metadata, the nonce, and the id token. The state holds all of it, sealed, so that any node may hear the answer.
/// </summary>
internal sealed class OpenIdHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, OpenIdProvider provider) : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public const string Name = "OpenId";
    /// <summary>The name of the token by which the provider says who it is.</summary>
    public const string IdToken = "id_token";
    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await KnowAsync();
        properties.Items[Nonce] = Tokens.New();
        properties.ExpiresUtc = TimeProvider.GetUtcNow() + Options.RemoteAuthenticationTimeout;
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce] ?? "");

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await KnowAsync();
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        if (!(TimeProvider.GetUtcNow() < properties.ExpiresUtc)) throw new OpenIdTokenException("The sign-in took too long.");
        var held = tokens.Response?.RootElement.TryGetProperty(IdToken, out var element) == true && element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        var token = await provider.ReadAsync(held, properties.Items[Nonce] ?? throw new OpenIdTokenException("The sign-in was begun without a nonce."), Context.RequestAborted);
        identity.AddClaims(token.Claims);
        properties.StoreTokens([new AuthenticationToken { Name = IdToken, Value = held ?? "" }]);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    // The handler reads both from its options; they are the same for all.
    private async Task KnowAsync()
    {
        var found = await provider.WhereAsync(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (found.AuthorizationEndpoint, found.TokenEndpoint);
    }
}
